package com.regulars.card;

import static com.regulars.staff.Permission.CARD_TOP_UP;

import com.regulars.staff.Requires;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts money on cards (充值): the highest tier reached gives its bonus once (R4.1). */
@Service
@RequiredArgsConstructor
@Transactional
public class TopUp {

    @Requires(CARD_TOP_UP)
    public ToppedUp topUp(TopUpCard command) {
        throw new UnsupportedOperationException();
    }
}
