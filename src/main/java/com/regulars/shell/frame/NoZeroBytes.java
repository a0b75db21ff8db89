package com.regulars.shell.frame;

import java.beans.PropertyEditorSupport;
import org.jspecify.annotations.Nullable;

/** A character that nobody can type and no database takes is as good as not sent. */
class NoZeroBytes extends PropertyEditorSupport {

    @Override
    public void setAsText(@Nullable String text) {
        setValue(text == null ? null : text.replace("\0", ""));
    }

    @Override
    public @Nullable String getAsText() {
        return (String) getValue();
    }
}
