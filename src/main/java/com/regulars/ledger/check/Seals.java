package com.regulars.ledger.check;

import static com.regulars.access.Permission.LEDGER_VERIFY;

import com.regulars.access.Requires;
import com.regulars.shared.NotFoundException;
import java.util.Locale;
import java.util.Optional;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Seals postings, so that a change of what no sum sees is found too. The head of the newest seal stands for everything
 * sealed so far; printed and put away it is a witness that nobody with a database client can bend.
 */
@Service
@RequiredArgsConstructor
@Requires(LEDGER_VERIFY)
public class Seals {

    private static final String HEAD = "[0-9a-f]{64}";

    private final SealChain chain;

    /**
     * Seals some of what is finished and not sealed yet, never what a running transaction may still add to.
     *
     * @return how many postings; 0 when all are sealed
     */
    @Transactional
    public long sealSome() {
        chain.lock();
        return chain.add();
    }

    @Transactional(readOnly = true)
    public Optional<Seal> newest() {
        return chain.newest();
    }

    /** @throws NotFoundException when there is none of this number */
    @Transactional(readOnly = true)
    public Seal get(long number) {
        return chain.find(number).orElseThrow(() -> new NotFoundException("seal", number));
    }

    /** What the chain says about a head as somebody typed it from paper; spaces and capitals do not matter. */
    @Transactional(readOnly = true)
    public Witness ask(String printed) {
        String head = printed.replaceAll("\\s", "").toLowerCase(Locale.ROOT);
        Optional<Seal> found = head.matches(HEAD) ? chain.findByHead(head) : Optional.empty();
        return found.<Witness>map(seal -> chain.brokenUpTo(seal.number())
                        .<Witness>map(broken -> new Witness.Broken(seal, broken))
                        .orElseGet(() -> new Witness.Contained(seal)))
                .orElseGet(() -> new Witness.Unknown(printed));
    }
}
