package com.regulars.shift.web;

import com.regulars.access.Actor;
import com.regulars.access.CurrentActor;
import com.regulars.access.Permission;
import com.regulars.shift.Closing;
import com.regulars.shift.Denominations;
import com.regulars.shift.Shift;
import com.regulars.shift.ShiftDetails;
import com.regulars.shift.ShiftReader;
import com.regulars.staff.StaffDirectory;
import com.regulars.staff.StaffDirectory.Colleague;
import com.regulars.venue.Venues;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Puts the pages of one shift together, also a second time with what was typed. */
@Component
@RequiredArgsConstructor
class ShiftPages {

    private final ShiftReader reader;
    private final StaffDirectory directory;
    private final Denominations denominations;
    private final CurrentActor currentActor;
    private final Venues venues;

    /** @param typed what stood in the fields */
    String show(long id, Map<String, String> typed, Model model) {
        ShiftDetails details = common(id, model);
        Shift shift = details.shift();
        model.addAttribute("typed", typed);
        model.addAttribute("requestId", UUID.randomUUID().toString());
        model.addAttribute("mine", mayKeep(shift));
        model.addAttribute("colleagues", colleagues(shift));
        model.addAttribute("toLeaveMinor", toLeave(details));
        return "shift/show";
    }

    /** Who still runs a shift may not see its end; one that has ended is shown as it is. */
    String count(long id, CountForm form, Model model) {
        ShiftDetails details = common(id, model);
        if (!details.shift().isOpen()) {
            return "redirect:/shifts/" + id;
        }
        model.addAttribute("rows", form.rows(denominations.all()));
        model.addAttribute("nonCash", reader.nonCash(details.shift()));
        return "shift/count";
    }

    private ShiftDetails common(long id, Model model) {
        ShiftDetails details = reader.get(id);
        model.addAttribute("details", details);
        model.addAttribute("shift", details.shift());
        model.addAttribute("venue", venues.get(details.shift().venueId()));
        return details;
    }

    private boolean mayKeep(Shift shift) {
        Actor actor = currentActor.get();
        return shift.openedByKey().equals(actor.key()) || actor.may(Permission.SHIFT_REVIEW);
    }

    private List<Colleague> colleagues(Shift shift) {
        return directory.holding(Permission.BILL_SETTLE, shift.venueId()).stream()
                .filter(one -> !one.key().equals(currentActor.get().key()))
                .toList();
    }

    /** The float again, as far as it was counted. */
    private static long toLeave(ShiftDetails details) {
        Closing closing = details.closing();
        return closing == null
                ? 0
                : Math.min(details.shift().floatMinor(), closing.count().totalMinor());
    }
}
