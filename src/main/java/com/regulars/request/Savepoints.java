package com.regulars.request;

import jakarta.persistence.EntityManager;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Points in the running transaction to which the work of a request can be taken back. */
@Component
@RequiredArgsConstructor
class Savepoints {

    private final JdbcClient jdbc;
    private final EntityManager entityManager;

    /** What was done until now stays; what comes after can be taken back. */
    Savepoint set() {
        entityManager.flush();
        jdbc.sql("savepoint kept_so_far").update();
        return new Savepoint(List.copyOf(TransactionSynchronizationManager.getSynchronizations()));
    }

    /** One savepoint; events announced since then are forgotten with the rows. */
    class Savepoint {

        private final List<TransactionSynchronization> announcedBefore;

        Savepoint(List<TransactionSynchronization> announcedBefore) {
            this.announcedBefore = announcedBefore;
        }

        void rollBack() {
            entityManager.clear();
            jdbc.sql("rollback to savepoint kept_so_far").update();
            TransactionSynchronizationManager.clearSynchronization();
            TransactionSynchronizationManager.initSynchronization();
            announcedBefore.forEach(TransactionSynchronizationManager::registerSynchronization);
        }
    }
}
