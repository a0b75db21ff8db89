package com.regulars.ledger.check;

import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import lombok.extern.slf4j.Slf4j;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Proves the books on two connections that see one state of them: each takes the next law that nobody has asked yet, so
 * that a second processor halves the time. Where no second connection is free, the first one asks them all.
 */
@Slf4j
@Component
class SharedProof {

    private final BooksCheck check;
    private final TransactionTemplate oneState;

    SharedProof(BooksCheck check, PlatformTransactionManager transactions) {
        this.check = check;
        this.oneState = new TransactionTemplate(transactions);
        this.oneState.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        this.oneState.setReadOnly(true);
    }

    Proof run() {
        return oneState.execute(status -> {
            Proof proof = check.begin();
            Queue<Law> open = check.laws();
            String state = check.state();
            try (ExecutorService other = Executors.newVirtualThreadPerTaskExecutor()) {
                var beside = CompletableFuture.runAsync(() -> askBeside(state, open, proof), other);
                try {
                    check.ask(open, proof);
                } finally {
                    open.clear();
                }
                join(beside);
            }
            return proof;
        });
    }

    private void askBeside(String state, Queue<Law> open, Proof proof) {
        try {
            oneState.executeWithoutResult(status -> {
                check.see(state);
                check.ask(open, proof);
            });
        } catch (CannotCreateTransactionException noneFree) {
            log.info("No second connection to verify the books on: {}", noneFree.getMessage());
        }
    }

    private static void join(CompletableFuture<Void> beside) {
        try {
            beside.join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException cause ? cause : failed;
        }
    }
}
