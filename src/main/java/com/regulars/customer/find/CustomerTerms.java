package com.regulars.customer.find;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The terms a customer is found by: endings of the name, pinyin, initials, the telephone number backwards. */
final class CustomerTerms {

    static final String NAME = "NAME";
    static final String PHONE = "PHONE";

    private CustomerTerms() {}

    static Set<String> ofName(String name) {
        String plain = SearchText.plain(name);
        Set<String> terms = new LinkedHashSet<>(SearchText.endings(plain));
        terms.addAll(Pinyin.spellings(plain));
        return terms;
    }

    static Set<String> ofPhone(@Nullable String phone) {
        return phone == null ? Set.of() : Set.copyOf(List.of(SearchText.backwards(phone)));
    }
}
