package com.regulars.shell.errors;

import com.regulars.shared.web.ManyLines;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.deser.jdk.StringDeserializer;
import tools.jackson.databind.exc.InvalidFormatException;

/**
 * Reads the texts of the API. A lone surrogate is no character and would be kept as a question mark, a control character
 * shows nothing and may end a line where there is none: both are refused, in every field alike.
 */
final class PlainText extends StringDeserializer {

    private final boolean manyLines;

    PlainText() {
        this(false);
    }

    private PlainText(boolean manyLines) {
        this.manyLines = manyLines;
    }

    @Override
    public ValueDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
        return property != null && property.getAnnotation(ManyLines.class) != null ? new PlainText(true) : this;
    }

    @Override
    public @Nullable String deserialize(JsonParser parser, DeserializationContext context) {
        String text = super.deserialize(parser, context);
        if (text != null && !text.codePoints().allMatch(this::isPlain)) {
            throw new UnreadableTextException(parser, text);
        }
        return text;
    }

    private boolean isPlain(int character) {
        if (manyLines && (character == '\n' || character == '\r' || character == '\t')) {
            return true;
        }
        return !Character.isISOControl(character) && Character.getType(character) != Character.SURROGATE;
    }

    /** A text with what is no character, or with one that controls something. */
    static final class UnreadableTextException extends InvalidFormatException {

        UnreadableTextException(JsonParser parser, String text) {
            super(parser, "Not all of it is text", text, String.class);
        }
    }
}
