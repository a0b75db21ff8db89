package com.regulars.request;

import org.springframework.boot.transaction.autoconfigure.TransactionManagerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.support.AbstractPlatformTransactionManager;

@Configuration(proxyBeanMethods = false)
class RequestTransactions {

    /**
     * Leaves it to whoever began a transaction whether a failure further down ends it: a refusal thrown through an inner
     * service must not stop {@link IdempotentRequests} from going back to its savepoint and committing the refusal.
     */
    @Bean
    TransactionManagerCustomizer<AbstractPlatformTransactionManager> theOneWhoBeganDecides() {
        return manager -> manager.setGlobalRollbackOnParticipationFailure(false);
    }
}
