package com.regulars.card.programme;

import com.regulars.shared.NotFoundException;
import com.regulars.shared.cache.SharedCache;
import com.regulars.shared.cache.SharedCaches;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The card programmes of the brand with their terms in force. A brand has a handful and every bill asks for one, so all
 * of them are kept in memory, and read at once when one is asked for that is not among them.
 */
@Service
public class Programmes {

    private static final String BOOK = "book";

    private final ProgrammeRepository programmes;
    private final TransactionTemplate transactions;
    private final SharedCache<String, List<ProgrammeSummary>> kept;

    Programmes(ProgrammeRepository programmes, TransactionTemplate transactions, SharedCaches caches) {
        this.programmes = programmes;
        this.transactions = transactions;
        this.kept = caches.make("programme", 1, only -> read());
    }

    /** All programmes, the oldest first. */
    public List<ProgrammeSummary> all() {
        return kept.get(BOOK);
    }

    public Optional<ProgrammeSummary> find(String code) {
        return find(programme -> programme.code().equals(code));
    }

    /** @throws NotFoundException when there is no programme with this code */
    public ProgrammeSummary get(String code) {
        return find(code).orElseThrow(() -> new NotFoundException("programme", code));
    }

    /** @throws NotFoundException when there is no programme with this id */
    public ProgrammeSummary get(long id) {
        return find(programme -> programme.id() == id).orElseThrow(() -> new NotFoundException("programme", id));
    }

    private Optional<ProgrammeSummary> find(Predicate<ProgrammeSummary> wanted) {
        var known = all().stream().filter(wanted).findFirst();
        return known.isPresent() ? known : read().stream().filter(wanted).findFirst();
    }

    /** Says that a programme was changed: every node reads them anew when that commits. */
    void changed() {
        kept.changed();
    }

    private List<ProgrammeSummary> read() {
        return Objects.requireNonNull(transactions.execute(status ->
                programmes.readBook().stream().map(CardProgramme::summary).toList()));
    }
}
