package com.regulars.feedback;

import jakarta.persistence.LockModeType;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.JpaRepository;
import org.springframework.data.jpa.repository.Lock;
import org.springframework.data.jpa.repository.Query;

interface TicketRepository extends JpaRepository<Ticket, Long> {

    /** Two who press at once come one after the other, so that the second one reads what the first one did. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("select ticket from Ticket ticket where ticket.id = :id")
    Optional<Ticket> lockById(long id);

    /** Open ones that somebody owns or is asked to take over. */
    @Lock(LockModeType.PESSIMISTIC_WRITE)
    @Query("""
            select ticket from Ticket ticket
             where (ticket.owner.key = :employeeKey or ticket.offeredTo.key = :employeeKey)
               and ticket.status not in (com.regulars.feedback.TicketStatus.SOLVED, com.regulars.feedback.TicketStatus.CLOSED)
             order by ticket.id""")
    List<Ticket> lockOpenOf(String employeeKey);
}
