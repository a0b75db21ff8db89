package com.regulars.settlement.report;

import com.regulars.ledger.PostingKind;
import com.regulars.ledger.TenderType;
import com.regulars.settlement.quote.QuoteStep.Rule;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;

/** The list behind a figure as its page shows it: which figure, its facts and what they come to. */
record ShownEntries(
        List<Entry> entries,
        @Nullable PostingKind kind,
        @Nullable TenderType tender,
        @Nullable Rule rule) {

    void on(Model model) {
        model.addAttribute("entries", entries);
        model.addAttribute("sumMinor", entries.stream().mapToLong(Entry::minor).sum());
        model.addAttribute("kind", kind);
        model.addAttribute("tender", tender);
        model.addAttribute("rule", rule);
    }
}
