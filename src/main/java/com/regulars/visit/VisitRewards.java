package com.regulars.visit;

import java.time.LocalDate;
import lombok.RequiredArgsConstructor;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Which visits were rewarded (R4.3): each at most once per programme. A visit that is taken out of the book sets those
 * free that were rewarded together with it.
 */
@Service
@RequiredArgsConstructor
public class VisitRewards {

    private final JdbcClient jdbc;

    /** Visits of a customer between two business days, both included, that a programme has not rewarded yet. */
    public record Candidates(String programme, long customerId, LocalDate from, LocalDate to) {}

    /** How many there are; counted no further than {@code limit}. */
    @Transactional(readOnly = true)
    public long count(Candidates candidates, int limit) {
        return jdbc.sql("""
                        select count(*) from (
                            select from visit v
                             where v.customer_id = :customer and v.business_date between :from and :to
                               and not exists (select from visit_reward r
                                                where r.visit_id = v.id and r.programme = :programme)
                             limit :limit) candidate
                        """)
                .param("customer", candidates.customerId())
                .param("from", candidates.from())
                .param("to", candidates.to())
                .param("programme", candidates.programme())
                .param("limit", limit)
                .query(Long.class)
                .single();
    }

    /**
     * Uses up the oldest of them.
     *
     * @param visitId the visit that earns the reward
     * @param visits how many are used up
     * @return false when there are not so many any more, because another bill was faster
     */
    @Transactional(propagation = Propagation.MANDATORY)
    public boolean reward(Candidates candidates, long visitId, int visits) {
        return jdbc.sql("""
                        insert into visit_reward (programme, visit_id, earned_by_visit_id)
                        select :programme, v.id, :visit from visit v
                         where v.customer_id = :customer and v.business_date between :from and :to
                           and not exists (select from visit_reward r
                                            where r.visit_id = v.id and r.programme = :programme)
                         order by v.business_date, v.id limit :visits
                        on conflict on constraint visit_reward_pk do nothing
                        """)
                        .param("programme", candidates.programme())
                        .param("visit", visitId)
                        .param("customer", candidates.customerId())
                        .param("from", candidates.from())
                        .param("to", candidates.to())
                        .param("visits", visits)
                        .update()
                == visits;
    }
}
