package com.regulars;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import com.regulars.staff.Role;
import com.regulars.staff.client.Scope;
import com.regulars.testing.DoorBell;
import com.regulars.testing.RegularsTest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.condition.MediaTypeExpression;
import org.springframework.web.servlet.mvc.condition.NameValueExpression;
import org.springframework.web.servlet.mvc.method.RequestMappingInfo;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

/**
 * Who gets in where. {@code security-matrix.txt} says what is wanted, this test knocks at every door as everybody and
 * compares. A new handler needs a row; the failure says which one, and the whole table as it is stands in
 * {@code target/security-matrix.txt}.
 */
@RegularsTest
class SecurityMatrixTests {

    private static final String TABLE = "security-matrix.txt";
    private static final String ANYONE = "anyone";
    private static final String NOBODY = "nobody";
    private static final String ANY_TOKEN = "any-token";

    @Autowired
    MockMvcTester mvc;

    @Autowired
    List<RequestMappingInfoHandlerMapping> mappings;

    @Test
    void everyDoorOpensToThoseAndOnlyThoseTheTableNames() throws IOException {
        Map<String, String> wanted = table();
        Map<String, String> found = new TreeMap<>();
        doors().forEach((door, request) -> found.put(door, whoGetsIn(request)));
        write(found);

        var complaints = new ArrayList<String>();
        found.forEach((door, who) -> {
            if (!wanted.containsKey(door)) {
                complaints.add("Add the row (if that is what you want):  " + row(door, who));
            } else if (!wanted.get(door).equals(who)) {
                complaints.add(door + " should open to [" + wanted.get(door) + "] but opens to [" + who + "]");
            }
        });
        wanted.keySet().stream()
                .filter(door -> !found.containsKey(door))
                .forEach(door -> complaints.add("Remove the row of a door that is gone:  " + door));
        assertThat(complaints).isEmpty();
    }

    /** One request that a mapping takes. */
    private record Door(HttpMethod method, String path, RequestMappingInfo mapping) {

        boolean isApi() {
            return path.startsWith("/api/");
        }
    }

    private Map<String, Door> doors() {
        var doors = new TreeMap<String, Door>();
        for (var mapping : mappings) {
            mapping.getHandlerMethods().forEach((info, handler) -> {
                for (String pattern : info.getPatternValues()) {
                    if (pattern.contains("test-samples")) {
                        continue;
                    }
                    var methods = info.getMethodsCondition().getMethods();
                    for (RequestMethod method : methods.isEmpty() ? Set.of(RequestMethod.GET) : methods) {
                        String name = methods.isEmpty() ? "ANY" : method.name();
                        doors.put(name + " " + pattern, new Door(method.asHttpMethod(), path(pattern), info));
                    }
                }
            });
        }
        return doors;
    }

    private static String path(String pattern) {
        return pattern.replaceAll("\\{\\*[^}]*}", "/x")
                .replaceAll("\\{[^}]*}", "0")
                .replace("/**", "/x")
                .replace("*", "x");
    }

    private String whoGetsIn(Door door) {
        if (opens(door, request -> request)) {
            return ANYONE;
        }
        String who = door.isApi() ? scopes(door) : roles(door);
        return who.isEmpty() ? NOBODY : who;
    }

    private String roles(Door door) {
        return Arrays.stream(Role.values())
                .filter(role -> opens(door, as(role)))
                .map(Role::name)
                .collect(Collectors.joining(" "));
    }

    private String scopes(Door door) {
        if (opens(door, as(client(Set.of(Permission.SIGNED_IN))))) {
            return ANY_TOKEN;
        }
        return Arrays.stream(Scope.values())
                .filter(scope -> opens(door, as(client(scope.permissions()))))
                .map(Scope::name)
                .collect(Collectors.joining(" "));
    }

    private static Actor client(Set<Permission> permissions) {
        return new Actor(Actor.Kind.API_CLIENT, 1, "matrix", EnumSet.copyOf(permissions), Set.of());
    }

    private boolean opens(Door door, RequestPostProcessor who) {
        var request = mvc.method(door.method).uri(door.path).with(who).with(DoorBell.ringOnly());
        if (!door.isApi() && door.method != HttpMethod.GET) {
            request.with(csrf());
        }
        request.header("Accept", accept(door));
        door.mapping.getConsumesCondition().getExpressions().stream()
                .map(MediaTypeExpression::getMediaType)
                .findFirst()
                .ifPresent(request::contentType);
        for (NameValueExpression<String> header :
                door.mapping.getHeadersCondition().getExpressions()) {
            request.header(header.getName(), header.getValue() == null ? "true" : header.getValue());
        }
        for (NameValueExpression<String> param :
                door.mapping.getParamsCondition().getExpressions()) {
            request.param(param.getName(), param.getValue() == null ? "" : param.getValue());
        }
        var answer = request.exchange();
        int status = answer.getResponse().getStatus();
        return switch (status) {
            case DoorBell.OPENED, 200 -> true;
            case 401, 403 -> false;
            case 302 -> !String.valueOf(answer.getResponse().getRedirectedUrl()).startsWith("/login");
            default -> throw new AssertionError("Nobody knows what " + status + " from " + door + " means");
        };
    }

    private static String accept(Door door) {
        var produces = door.mapping.getProducesCondition().getExpressions();
        return produces.isEmpty()
                ? "application/json"
                : produces.iterator().next().getMediaType() + ", application/json";
    }

    private static Map<String, String> table() throws IOException {
        var rows = new TreeMap<String, String>();
        new ClassPathResource(TABLE)
                .getContentAsString(StandardCharsets.UTF_8)
                .lines()
                .map(String::strip)
                .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                .forEach(line -> {
                    String[] words = line.split("\\s+", 3);
                    assertThat(words)
                            .as("The row %s has method, pattern and who", line)
                            .hasSize(3);
                    rows.put(words[0] + " " + words[1], words[2]);
                });
        return rows;
    }

    private static void write(Map<String, String> found) throws IOException {
        var lines = new TreeSet<>(found.keySet())
                .stream().map(door -> row(door, found.get(door))).toList();
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", TABLE), lines);
    }

    private static String row(String door, String who) {
        String[] words = door.split(" ", 2);
        return String.format("%-7s%-60s %s", words[0], words[1], who);
    }
}
