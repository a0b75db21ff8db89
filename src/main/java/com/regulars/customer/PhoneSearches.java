package com.regulars.customer;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.customer.find.SearchQuery;
import com.regulars.shared.RefusedException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;

/**
 * Searches by a whole telephone number. The four digits that a mask hides are ten thousand numbers: whoever asks for
 * number after number that nobody has is noted, and an employee has to wait. API clients are only noted; they may
 * register guests and would learn the same from that.
 */
@Slf4j
@Component
public class PhoneSearches {

    private static final int FEWEST_DIGITS = 6;
    private static final int MISSES = 60;
    private static final Duration WINDOW = Duration.ofMinutes(15);

    private final PhoneNumbers phones;
    private final CurrentActor currentActor;
    private final Cache<String, AtomicInteger> misses;

    PhoneSearches(PhoneNumbers phones, CurrentActor currentActor, Clock clock) {
        this.phones = phones;
        this.currentActor = currentActor;
        this.misses = Caffeine.newBuilder()
                .expireAfterWrite(WINDOW)
                .ticker(ticker(clock))
                .maximumSize(10_000)
                .build();
    }

    /** @throws RefusedException {@code TOO_MANY_PHONE_SEARCHES} when this employee asked for too many that nobody has */
    public SearchQuery query(String typed) {
        var query = new SearchQuery(typed, wholeNumbers(typed));
        if (query.isWholeNumber() && missed(0) >= MISSES && isEmployee()) {
            throw new RefusedException(RefusedException.Reason.TOO_MANY, "TOO_MANY_PHONE_SEARCHES");
        }
        return query;
    }

    /** Says how a search ended. */
    public void answered(SearchQuery query, boolean found) {
        if (!query.isWholeNumber() || found) {
            return;
        }
        int count = missed(1);
        if (count % MISSES == 0) {
            log.warn("{} asked for {} telephone numbers that nobody has", actorKey(), count);
        } else {
            log.info("{} asked for a telephone number that nobody has", actorKey());
        }
    }

    private List<String> wholeNumbers(String typed) {
        String digits = typed.replaceAll("[^0-9]", "");
        boolean number = digits.length() >= FEWEST_DIGITS && typed.strip().matches("[0-9 +()./-]+");
        if (!number) {
            return List.of();
        }
        Set<String> numbers = new LinkedHashSet<>();
        phones.normalise(typed).ifPresent(numbers::add);
        numbers.add("+" + digits);
        return List.copyOf(numbers);
    }

    private int missed(int more) {
        return misses.get(actorKey(), key -> new AtomicInteger()).addAndGet(more);
    }

    private boolean isEmployee() {
        return currentActor
                .find()
                .filter(actor -> actor.kind() == Actor.Kind.EMPLOYEE)
                .isPresent();
    }

    private String actorKey() {
        return currentActor.acted().key();
    }

    private static Ticker ticker(Clock clock) {
        return () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
    }
}
