package com.regulars.shell.errors;

import com.regulars.shared.time.PossibleDates;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;
import java.util.Set;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.format.AnnotationFormatterFactory;
import org.springframework.format.FormatterRegistry;
import org.springframework.format.Parser;
import org.springframework.format.Printer;
import org.springframework.format.annotation.DateTimeFormat;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanDescription;
import tools.jackson.databind.DeserializationConfig;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.ValueDeserializerModifier;
import tools.jackson.databind.deser.std.DelegatingDeserializer;
import tools.jackson.databind.module.SimpleModule;

/** Holds every date that is read from JSON, a form or an address to {@link PossibleDates}: another one is no date. */
@Configuration(proxyBeanMethods = false)
class PossibleDateConfiguration implements WebMvcConfigurer {

    private static final Set<Class<?>> DATED = Set.of(LocalDate.class, LocalDateTime.class, OffsetDateTime.class);

    @Bean
    JacksonModule possibleDates() {
        return new SimpleModule("possible dates").setDeserializerModifier(new ValueDeserializerModifier() {
            @Override
            public ValueDeserializer<?> modifyDeserializer(
                    DeserializationConfig config, BeanDescription.Supplier type, ValueDeserializer<?> reader) {
                return DATED.contains(type.getBeanClass()) ? new PossibleDateReader(reader) : reader;
            }
        });
    }

    @Override
    public void addFormatters(FormatterRegistry registry) {
        registry.addFormatterForFieldAnnotation(new PossibleDateFormat());
    }

    private static final class PossibleDateReader extends DelegatingDeserializer {

        PossibleDateReader(ValueDeserializer<?> reader) {
            super(reader);
        }

        @Override
        protected ValueDeserializer<?> newDelegatingInstance(ValueDeserializer<?> reader) {
            return new PossibleDateReader(reader);
        }

        @Override
        public Object deserialize(JsonParser json, DeserializationContext context) {
            Object read = super.deserialize(json, context);
            try {
                return read instanceof TemporalAccessor dated ? PossibleDates.check(dated) : read;
            } catch (DateTimeException impossible) {
                return context.reportInputMismatch(handledType(), "%s", impossible.getMessage());
            }
        }
    }

    /** Dates in forms and addresses, which all are written as {@code 2026-01-31}. */
    private static final class PossibleDateFormat implements AnnotationFormatterFactory<DateTimeFormat> {

        @Override
        public Set<Class<?>> getFieldTypes() {
            return Set.of(LocalDate.class);
        }

        @Override
        public Printer<LocalDate> getPrinter(DateTimeFormat format, Class<?> type) {
            return (date, language) -> date.toString();
        }

        @Override
        public Parser<LocalDate> getParser(DateTimeFormat format, Class<?> type) {
            return PossibleDateFormat::read;
        }

        private static LocalDate read(String text, Locale language) throws ParseException {
            try {
                return PossibleDates.check(LocalDate.parse(text.strip()));
            } catch (DateTimeException unreadable) {
                throw new ParseException(text, 0);
            }
        }
    }
}
