package com.regulars.shift;

import com.regulars.ledger.KeepsLaws;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What shifts tell the proof of the books: what was closed is what was booked and counted. */
@Component
class ShiftBooks implements KeepsLaws {

    @Override
    public List<String> laws() {
        return List.of("shift_v_wrong_closing", "shift_v_wrong_end", "shift_v_wrong_place");
    }

    @Override
    public Set<String> moneyDetails() {
        return Set.of("float", "cashTaken", "cashIn", "cashOut", "expectedCash", "countedCash", "difference", "left");
    }

    @Override
    public Map<String, String> pages() {
        return Map.of("shift", "/shifts/{id}");
    }
}
