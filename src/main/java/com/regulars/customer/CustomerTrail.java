package com.regulars.customer;

import com.regulars.customer.profile.ChangeWriter;
import com.regulars.customer.profile.FieldChange;
import com.regulars.customer.tag.TagNames;
import jakarta.persistence.PostUpdate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;

/**
 * What follows when a card is changed, in the same transaction: the history of its fields (R1.8) and the terms it is
 * found by. Called by the persistence context itself, so no way of changing a card can forget it.
 */
@Component
@RequiredArgsConstructor
class CustomerTrail {

    private final ChangeWriter writer;
    private final TagNames tagNames;

    @PostUpdate
    void changed(Customer customer) {
        long id = id(customer);
        var before = customer.getStored();
        List<FieldChange> changes = new ArrayList<>(FieldChange.between(id, before.profile(), customer.getProfile()));
        changes.addAll(tagChanges(id, before.tagIds(), customer.getTagIds()));
        writer.write(changes);
        customer.remember();
    }

    private List<FieldChange> tagChanges(long id, Set<Long> before, Set<Long> after) {
        Set<Long> moved = new HashSet<>(before);
        moved.addAll(after);
        moved.removeIf(tag -> before.contains(tag) && after.contains(tag));
        return tagNames.of(moved).entrySet().stream()
                .map(tag -> after.contains(tag.getKey())
                        ? FieldChange.tagPutOn(id, tag.getValue())
                        : FieldChange.tagTakenOff(id, tag.getValue()))
                .toList();
    }

    private static long id(Customer customer) {
        return Objects.requireNonNull(customer.getId());
    }
}
