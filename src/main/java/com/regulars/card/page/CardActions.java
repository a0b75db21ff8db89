package com.regulars.card.page;

import com.regulars.access.Permission;
import com.regulars.card.CardStatus;
import com.regulars.card.Cards;
import com.regulars.card.programme.Programmes;
import com.regulars.customer.CustomerAction;
import com.regulars.customer.CustomerActionSource;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What can be done with cards from the head of the customer page. */
@Configuration(proxyBeanMethods = false)
class CardActions {

    @Bean
    CustomerActionSource topUpAction(Cards cards, Programmes programmes) {
        return new Source(Permission.CARD_TOP_UP, 20) {
            @Override
            public List<CustomerAction> actions(long customerId) {
                return cards.ofCustomer(customerId).stream()
                        .filter(card -> card.status() == CardStatus.ACTIVE)
                        .filter(card ->
                                programmes.get(card.programmeCode()).terms().storedValue() != null)
                        .limit(1)
                        .map(card -> new CustomerAction(
                                "card.action.topUp", "/cards/" + card.number() + "/top-up", "wallet", false))
                        .toList();
            }
        };
    }

    @Bean
    CustomerActionSource issueCardAction() {
        return new Source(Permission.CARD_ISSUE, 30) {
            @Override
            public List<CustomerAction> actions(long customerId) {
                return List.of(new CustomerAction(
                        "card.action.issue", "/cards/new?customerId=" + customerId, "credit-card", false));
            }
        };
    }

    @RequiredArgsConstructor
    private abstract static class Source implements CustomerActionSource {

        private final Permission permission;
        private final int order;

        @Override
        public Permission permission() {
            return permission;
        }

        @Override
        public int order() {
            return order;
        }
    }
}
