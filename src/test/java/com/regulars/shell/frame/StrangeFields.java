package com.regulars.shell.frame;

import static com.regulars.testing.Fixtures.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import com.regulars.access.Actor;
import com.regulars.access.Permission;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.params.provider.Arguments;
import org.springframework.core.MethodParameter;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Every form there is, and ways to name a field of it that no form has. */
final class StrangeFields {

    static final List<String> WAYS = List.of("[999999]", "[0]", "[5]", "[x]", "[", ".x");
    static final Actor EVERYBODY = new Actor(Actor.Kind.EMPLOYEE, 0, "测试员", EnumSet.allOf(Permission.class), Set.of());

    private StrangeFields() {}

    /** The names of a form's fields and one that it does not have, all written in this way. */
    static List<String> of(Class<?> form, String way) {
        return Stream.concat(
                        Stream.of("x"),
                        Arrays.stream(form.getRecordComponents()).map(each -> each.getName()))
                .map(name -> name + way)
                .toList();
    }

    static void assertNoFailure(MockMvcTester mvc, String path, List<String> fields) {
        var request = mvc.post().uri(path).with(as(EVERYBODY)).with(csrf());
        fields.forEach(field -> request.param(field, "1"));
        assertThat(request.exchange().getResponse().getStatus())
                .as(path + " " + fields)
                .isLessThan(500);
    }

    /** Address and record of every form. */
    static Stream<Arguments> forms(RequestMappingHandlerMapping mappings) {
        return mappings.getHandlerMethods().entrySet().stream()
                .filter(entry ->
                        entry.getKey().getMethodsCondition().getMethods().contains(RequestMethod.POST))
                .flatMap(entry -> form(entry.getValue())
                        .map(form -> Arguments.of(
                                entry.getKey()
                                        .getPatternValues()
                                        .iterator()
                                        .next()
                                        .replaceAll("\\{[^}]+}", "999999999"),
                                form)));
    }

    private static Stream<Class<?>> form(HandlerMethod handler) {
        return Arrays.stream(handler.getMethodParameters())
                .filter(parameter -> parameter.hasParameterAnnotation(ModelAttribute.class))
                .<Class<?>>map(MethodParameter::getParameterType)
                .filter(Class::isRecord);
    }
}
