package com.regulars.card.programme;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.regulars.shared.NotFoundException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The card programmes of the brand with their terms in force. A brand has a handful and every bill asks for one, so all
 * of them are kept in memory: at most five seconds old, and read at once when one is asked for that is not among them.
 */
@Service
public class Programmes {

    private static final Duration KEPT = Duration.ofSeconds(5);
    private static final String BOOK = "book";

    private final ProgrammeRepository programmes;
    private final TransactionTemplate transactions;
    private final Cache<String, List<ProgrammeSummary>> kept =
            Caffeine.newBuilder().expireAfterWrite(KEPT).build();

    Programmes(ProgrammeRepository programmes, TransactionTemplate transactions) {
        this.programmes = programmes;
        this.transactions = transactions;
    }

    /** All programmes, the oldest first. */
    public List<ProgrammeSummary> all() {
        var book = kept.getIfPresent(BOOK);
        return book == null ? read() : book;
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

    /** Forgets what is kept, after a programme was changed. */
    void forget() {
        kept.invalidateAll();
    }

    /** Read outside the cache's own lock, because whoever waits for that lock may hold the connection it needs. */
    private List<ProgrammeSummary> read() {
        List<ProgrammeSummary> book = Objects.requireNonNull(transactions.execute(status ->
                programmes.readBook().stream().map(CardProgramme::summary).toList()));
        kept.put(BOOK, book);
        return book;
    }
}
