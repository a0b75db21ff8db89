package com.regulars.menu;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.CurrentActor;
import com.regulars.staff.Role;
import com.regulars.testing.RegularsTest;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@RegularsTest
class MenuPageTests {

    @Autowired
    MockMvcTester web;

    @Autowired
    MenuEditing editing;

    @Autowired
    Menu menu;

    @ParameterizedTest
    @CsvSource({"zh,编码,会员价", "en,Code,Member price"})
    void listsAndEditsInBothLanguages(Locale language, String code, String memberPrice) {
        Dish dish = dish("水煮鱼", 8_800, 7_800L);
        for (String page : new String[] {"/menu?q=" + dish.code(), "/menu/new", "/menu/" + dish.id() + "/edit"}) {
            assertThat(web.get().uri(page).locale(language).with(as(Role.MANAGER)))
                    .hasStatusOk()
                    .bodyText()
                    .contains(code, memberPrice)
                    .doesNotContain("??");
        }
        assertThat(web.get().uri("/menu?q=nosuchdish").locale(language).with(as(Role.CASHIER)))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("??");
    }

    @Test
    void addsADishAndChangesItsPrices() {
        String code = newCode();
        assertThat(web.post()
                        .uri("/menu")
                        .param("code", code)
                        .param("name", "宫保鸡丁")
                        .param("category", "热菜")
                        .param("price", "48")
                        .param("memberPrice", "42.00")
                        .param("discountable", "true")
                        .param("active", "true")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasRedirectedUrl("/menu");
        Dish dish = menu.findByCode(code).orElseThrow();
        assertThat(dish.memberPriceMinor()).isEqualTo(4_200);
        assertThat(web.post()
                        .uri("/menu/{id}", dish.id())
                        .param("version", "0")
                        .param("code", code)
                        .param("name", "宫保鸡丁")
                        .param("category", "热菜")
                        .param("price", "50")
                        .param("_discountable", "on")
                        .param("active", "true")
                        .with(as(Role.MANAGER))
                        .with(csrf()))
                .hasRedirectedUrl("/menu");
        Dish changed = menu.findByCode(code).orElseThrow();
        assertThat(changed.priceMinor()).isEqualTo(5_000);
        assertThat(changed.memberPriceMinor()).isNull();
        assertThat(changed.discountable()).isFalse();
    }

    @Test
    void refusesWhatMakesNoSenseAndKeepsWhatWasTyped() {
        Dish dish = dish("米饭", 300, null);
        assertThat(post(newCode(), "10", "12")).hasStatus(422).bodyText().contains("会员价不能高于原价");
        assertThat(post(newCode(), "ten", "")).hasStatus(422).bodyText().contains("ten");
        assertThat(post("两 个", "10", "")).hasStatus(422);
        assertThat(post(dish.code(), "10", "")).hasStatus(422).bodyText().contains("已被别的菜品使用");
    }

    @Test
    void cashiersReadTheMenuAndManagersChangeIt() {
        assertThat(web.get().uri("/menu").with(as(Role.CASHIER))).hasStatusOk();
        assertThat(web.get().uri("/menu/new").with(as(Role.CASHIER))).hasStatus(403);
    }

    @Test
    void findsByPinyinInitialsAndEveryReading() {
        Dish dish = dish("重庆火锅", 12_800, null);
        for (String typed : new String[] {"cqhg", "zqhg", "chongqing", "火锅", dish.code()}) {
            assertThat(menu.search(typed, 50)).contains(dish);
        }
        assertThat(menu.search("%", 50)).isEmpty();
        assertThat(menu.search(" ", 50)).isEmpty();
    }

    private org.springframework.test.web.servlet.assertj.MvcTestResult post(String code, String price, String member) {
        return web.post()
                .uri("/menu")
                .param("code", code)
                .param("name", "试菜")
                .param("category", "热菜")
                .param("price", price)
                .param("memberPrice", member)
                .param("_discountable", "on")
                .param("_active", "on")
                .with(as(Role.MANAGER))
                .with(csrf())
                .exchange();
    }

    private Dish dish(String name, long price, Long memberPrice) {
        return CurrentActor.asSystem(() -> editing.save(SaveDish.add(newCode(), name, "热菜", price, memberPrice, true)));
    }

    private static String newCode() {
        return "m" + UUID.randomUUID().toString().substring(0, 8);
    }
}
