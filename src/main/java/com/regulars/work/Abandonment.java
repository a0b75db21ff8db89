package com.regulars.work;

import lombok.RequiredArgsConstructor;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Ends jobs whose work will not end them, and tells the modules they are of. */
@Component
@RequiredArgsConstructor
@Transactional
class Abandonment {

    private final JobWriter writer;
    private final ObjectProvider<AbandonedJobs> participants;

    /** Nothing happens when the job is over already. */
    public void cancelWaiting(long id, String kind) {
        if (writer.finish(id, JobStatus.CANCELLED, null)) {
            tell(id, kind, AbandonedJobs.CANCELLED);
        }
    }

    public void tell(long id, String kind, String why) {
        participants.stream().filter(one -> one.kind().equals(kind)).forEach(one -> one.abandoned(id, why));
    }
}
