package com.regulars.customer.page;

import com.regulars.access.CurrentActor;
import com.regulars.customer.GuestOnPage;
import java.util.List;
import lombok.RequiredArgsConstructor;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Puts the page of a guest together from what the modules contribute, for who looks at it. */
@Service
@RequiredArgsConstructor
@Transactional(readOnly = true)
public class GuestPageAssembly {

    private final List<GuestPageContribution> contributions;
    private final CurrentActor currentActor;

    public GuestPageParts of(GuestOnPage guest) {
        var page = new GuestPageParts(currentActor.get());
        contributions.forEach(contribution -> contribution.contribute(guest, page));
        return page;
    }
}
