package com.regulars.ledger.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.testing.RegularsTest;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;

/** Two connections share the laws; one is enough, and a law that cannot be asked is never taken for one that holds. */
@RegularsTest
class SharedProofTests {

    @Autowired
    Laws laws;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void asksEveryLawWhereNoSecondConnectionIsFree() {
        var asked = new Asked();
        new SharedProof(asked, new OnlyFor(Thread.currentThread(), transactions)).run();
        assertThat(asked.open).isEmpty();
        assertThat(asked.threads).containsOnly(Thread.currentThread());
    }

    @Test
    void failsWhenALawCannotBeAsked() {
        var broken = new BooksCheck(jdbc, laws) {
            @Override
            Queue<Law> laws() {
                return new ConcurrentLinkedQueue<>(
                        List.of(new Law("ledger.none", "select * from ledger_v_wrong_none")));
            }
        };
        assertThatThrownBy(() -> new SharedProof(broken, transactions).run())
                .hasMessageContaining("ledger_v_wrong_none");
    }

    /** Notes who asks. */
    private final class Asked extends BooksCheck {

        private final Queue<Law> open = new ConcurrentLinkedQueue<>(laws.all());
        private final Queue<Thread> threads = new ConcurrentLinkedQueue<>();

        Asked() {
            super(jdbc, laws);
        }

        @Override
        Queue<Law> laws() {
            return open;
        }

        @Override
        void ask(Queue<Law> open, Proof proof) {
            threads.add(Thread.currentThread());
            super.ask(open, proof);
        }
    }

    /** A pool in which one connection is left. */
    private record OnlyFor(Thread thread, PlatformTransactionManager transactions)
            implements PlatformTransactionManager {

        @Override
        public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
            if (!Thread.currentThread().equals(thread)) {
                throw new CannotCreateTransactionException("none free");
            }
            return transactions.getTransaction(definition);
        }

        @Override
        public void commit(TransactionStatus status) {
            transactions.commit(status);
        }

        @Override
        public void rollback(TransactionStatus status) {
            transactions.rollback(status);
        }
    }
}
