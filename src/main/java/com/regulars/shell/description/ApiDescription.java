package com.regulars.shell.description;

import com.regulars.shared.web.Length;
import io.swagger.v3.core.jackson.ModelResolver;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.springdoc.core.customizers.PropertyCustomizer;
import org.springdoc.core.providers.ObjectMapperProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The frame of the document: its name, the token, the shape of a problem. */
@Configuration(proxyBeanMethods = false)
class ApiDescription {

    static final String PROBLEM = "Problem";

    private static final String TOKEN = "token";

    @Bean
    OpenAPI description() {
        return new OpenAPI()
                .info(new Info()
                        .title("Regulars")
                        .version("v1")
                        .description("Money is in minor units of the brand's currency."))
                .addSecurityItem(new SecurityRequirement().addList(TOKEN))
                .components(new Components()
                        .addSecuritySchemes(
                                TOKEN,
                                new SecurityScheme()
                                        .type(SecurityScheme.Type.HTTP)
                                        .scheme("bearer"))
                        .addSchemas(PROBLEM, problem()));
    }

    @Bean
    ModelResolver namedBySurroundings(ObjectMapperProvider json) {
        return new ModelResolver(json.jsonMapper(), new SchemaNames());
    }

    /** Says in the document what {@link Length} checks. */
    @Bean
    PropertyCustomizer lengths() {
        return (property, type) -> {
            Stream.ofNullable(type.getCtxAnnotations())
                    .flatMap(Arrays::stream)
                    .filter(Length.class::isInstance)
                    .forEach(length -> property.maxLength(((Length) length).max()));
            return property;
        };
    }

    /** RFC 9457 with this application's members. */
    private static Schema<?> problem() {
        var field = new ObjectSchema()
                .addProperty("field", new StringSchema())
                .addProperty("code", new StringSchema())
                .addProperty("message", new StringSchema());
        return new ObjectSchema()
                .addProperty("type", new StringSchema())
                .addProperty("title", new StringSchema())
                .addProperty("status", new IntegerSchema())
                .addProperty("detail", new StringSchema().description("One sentence in the caller's language"))
                .addProperty("instance", new StringSchema())
                .addProperty("code", new StringSchema().description("A stable word, such as INSUFFICIENT_BALANCE"))
                .addProperty("errors", new ArraySchema().items(field))
                .addProperty("traceId", new StringSchema())
                .required(List.of("type", "title", "status", "detail", "instance", "code", "errors", "traceId"));
    }
}
