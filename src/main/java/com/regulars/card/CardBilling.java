package com.regulars.card;

import static com.regulars.staff.Permission.BILL_REFUND;
import static com.regulars.staff.Permission.BILL_SETTLE;

import com.regulars.staff.Requires;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Pays bills from cards and refunds them, in the caller's transaction, with one posting for the whole bill. */
@Service
@RequiredArgsConstructor
@Transactional(propagation = Propagation.MANDATORY)
public class CardBilling {

    @Requires(BILL_SETTLE)
    public BilledCards bill(BillCards command) {
        throw new UnsupportedOperationException();
    }

    @Requires(BILL_REFUND)
    public RefundedCards refund(RefundCards command) {
        throw new UnsupportedOperationException();
    }
}
