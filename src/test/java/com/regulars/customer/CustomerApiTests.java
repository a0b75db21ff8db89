package com.regulars.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.jayway.jsonpath.JsonPath;
import com.regulars.testing.Fixtures;
import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.UUID;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@RegularsTest
class CustomerApiTests {

    @Autowired
    MockMvc mvc;

    @Autowired
    Fixtures fixtures;

    @Test
    void registersAndShowsACustomer() throws Exception {
        String phone = CustomerModuleTests.freshPhone();
        String body = register("""
                {"kind":"PERSON","name":"张三","phone":"%s","gender":"M","birthday":"1980-05-17","tags":["老客"]}
                """.formatted(phone))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.number", Matchers.matchesPattern("K-\\d{6,}")))
                .andExpect(jsonPath("$.phone").value(phone.substring(0, 3) + "****" + phone.substring(7)))
                .andExpect(jsonPath("$.kind").value("PERSON"))
                .andExpect(jsonPath("$.stage").value("POTENTIAL"))
                .andExpect(jsonPath("$.createdAt").isNotEmpty())
                .andReturn()
                .getResponse()
                .getContentAsString();
        String id = JsonPath.read(body, "$.id");
        mvc.perform(get("/api/v1/customers/" + id).with(Fixtures.as(Fixtures.apiClient())))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.name").value("张三"));
    }

    @Test
    void findsACustomerByNumber() throws Exception {
        String body = content(register("{\"kind\":\"PERSON\",\"name\":\"丙\"}"));
        String number = JsonPath.read(body, "$.number");
        String id = JsonPath.read(body, "$.id");
        for (String typed : List.of(number, number.toLowerCase(java.util.Locale.ROOT), number.substring(2))) {
            mvc.perform(get("/api/v1/customers").param("q", typed).with(Fixtures.as(Fixtures.apiClient())))
                    .andExpect(jsonPath("$.items[*].id").value(Matchers.hasItem(id)));
        }
    }

    @Test
    void countsTheLettersOfANameAsPeopleDo() throws Exception {
        register("{\"kind\":\"PERSON\",\"name\":\"" + "𠮷".repeat(200) + "\"}").andExpect(status().isCreated());
        register("{\"kind\":\"PERSON\",\"name\":\"" + "𠮷".repeat(201) + "\"}").andExpect(status().isBadRequest());
    }

    @Test
    void answersWhoHasThePhoneAlready() throws Exception {
        String phone = CustomerModuleTests.freshPhone();
        String first = JsonPath.read(
                content(register("{\"kind\":\"PERSON\",\"name\":\"甲\",\"phone\":\"" + phone + "\"}")), "$.id");
        register("{\"kind\":\"PERSON\",\"name\":\"乙\",\"phone\":\"" + phone + "\"}")
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.code").value("CUSTOMER_EXISTS"))
                .andExpect(jsonPath("$.existingId").value(first));
    }

    @Test
    void refusesWhatCannotBeRead() throws Exception {
        for (String body : List.of(
                "{\"kind\":\"PERSON\"}",
                "{\"kind\":\"PERSON\",\"name\":\" \"}",
                "{\"kind\":\"DOG\",\"name\":\"甲\"}",
                "{\"kind\":\"PERSON\",\"name\":\"" + "长".repeat(201) + "\"}",
                "{\"kind\":\"PERSON\",\"name\":7}",
                "{\"kind\":\"PERSON\",\"name\":\"甲\",\"phone\":\"abc\"}",
                "{\"kind\":\"PERSON\",\"name\":\"甲\",\"email\":\"abc\"}",
                "{\"kind\":\"PERSON\",\"name\":\"甲\",\"birthday\":\"2026-02-30\"}",
                "{\"kind\":\"PERSON\",\"name\":\"甲\",\"shoeSize\":41}")) {
            register(body)
                    .andExpect(status().isBadRequest())
                    .andExpect(jsonPath("$.errors").isNotEmpty());
        }
    }

    @Test
    void findsByNameAndPagesThroughAllHits() throws Exception {
        String mark = "查" + UUID.randomUUID().toString().substring(0, 6);
        for (int i = 0; i < 5; i++) {
            register("{\"kind\":\"PERSON\",\"name\":\"" + mark + i + "\"}").andExpect(status().isCreated());
        }
        String first = list(mark.substring(1), "", 3);
        assertThat(JsonPath.<List<String>>read(first, "$.items[*].name")).hasSize(3);
        String second = list(mark.substring(1), JsonPath.read(first, "$.next"), 3);
        assertThat(JsonPath.<List<String>>read(second, "$.items[*].name")).containsExactly(mark + 3, mark + 4);
        assertThat(JsonPath.<String>read(second, "$.next")).isNull();
    }

    @Test
    void aPersonUnknownIsNotFound() throws Exception {
        mvc.perform(get("/api/v1/customers/999999999").with(Fixtures.as(Fixtures.apiClient())))
                .andExpect(status().isNotFound());
        mvc.perform(get("/api/v1/customers/abc").with(Fixtures.as(Fixtures.apiClient())))
                .andExpect(status().isNotFound());
    }

    @Test
    void recordsAVisitOncePerReference() throws Exception {
        String venue = fixtures.freshVenue().code();
        String id = JsonPath.read(content(register("{\"kind\":\"PERSON\",\"name\":\"丙\"}")), "$.id");
        String body = """
                {"venueCode":"%s","visitedAt":"2026-03-01T02:30:00+08:00","spendMinor":8800,"externalRef":"bill-1","partySize":2}
                """.formatted(venue);
        visit(id, body)
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.businessDate").value("2026-02-28"))
                .andExpect(jsonPath("$.spendMinor").value(8800));
        visit(id, body)
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.externalRef").value("bill-1"));
        visit(id, body.replace("8800", "-1")).andExpect(status().isBadRequest());
        visit(id, body.replace("8800", "88.5")).andExpect(status().isBadRequest());
        visit(id, body.replace(venue, "nowhere")).andExpect(status().isNotFound());
        visit("999999999", body).andExpect(status().isNotFound());
    }

    @Test
    void importsAFileAndTellsHowItWent() throws Exception {
        var file = new MockMultipartFile("file", "guests.csv", "text/csv", "name,gender\n甲,Q\n".getBytes("UTF-8"));
        var client = Fixtures.apiClient();
        String id = JsonPath.read(
                content(mvc.perform(multipart("/api/v1/imports/customers")
                                .file(file)
                                .with(Fixtures.as(client)))
                        .andExpect(status().isAccepted())),
                "$.id");
        org.awaitility.Awaitility.await()
                .until(() -> "DONE"
                        .equals(JsonPath.read(
                                content(mvc.perform(get("/api/v1/imports/" + id).with(Fixtures.as(client)))),
                                "$.status")));
        mvc.perform(get("/api/v1/imports/" + id).with(Fixtures.as(client)))
                .andExpect(jsonPath("$.total").value(1))
                .andExpect(jsonPath("$.rejected").value(1));
        assertThat(content(mvc.perform(get("/api/v1/imports/" + id + "/rejected")
                        .header("Accept-Language", "en")
                        .with(Fixtures.as(client)))))
                .isEqualTo("name,gender,line,reason\r\n甲,Q,2,gender: “Q” is not a known word\r\n");
    }

    private String list(String query, String after, int limit) throws Exception {
        return content(mvc.perform(get("/api/v1/customers")
                        .param("q", query)
                        .param("after", after)
                        .param("limit", String.valueOf(limit))
                        .with(Fixtures.as(Fixtures.apiClient())))
                .andExpect(status().isOk()));
    }

    private ResultActions register(String body) throws Exception {
        return mvc.perform(post("/api/v1/customers")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Fixtures.as(Fixtures.apiClient())));
    }

    private ResultActions visit(String customerId, String body) throws Exception {
        return mvc.perform(post("/api/v1/customers/" + customerId + "/visits")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(Fixtures.as(Fixtures.apiClient())));
    }

    private static String content(ResultActions result) throws Exception {
        return result.andReturn().getResponse().getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    }
}
