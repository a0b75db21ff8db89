package com.regulars.card;

import static com.regulars.staff.Permission.CARD_ISSUE;

import com.regulars.staff.Requires;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Issues cards (开卡), with the fee of a paid programme. */
@Service
@RequiredArgsConstructor
@Transactional
public class CardIssuing {

    @Requires(CARD_ISSUE)
    public CardSummary issue(IssueCard command) {
        throw new UnsupportedOperationException();
    }
}
