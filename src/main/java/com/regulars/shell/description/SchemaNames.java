package com.regulars.shell.description;

import io.swagger.v3.core.jackson.TypeNameResolver;

/**
 * Nested records bear the name of what they are part of: the lines of a quote and of a refund are two schemas,
 * {@code QuoteRequestLine} and {@code RefundRequestLine}, not one called {@code Line}.
 */
final class SchemaNames extends TypeNameResolver {

    @Override
    protected String getNameOfClass(Class<?> type) {
        Class<?> around = type.getEnclosingClass();
        boolean part = around != null && !around.getSimpleName().endsWith("Api");
        return part ? getNameOfClass(around) + type.getSimpleName() : type.getSimpleName();
    }
}
