package com.regulars.feedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.regulars.access.Actor;
import com.regulars.staff.Role;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TicketTests {

    static final Instant NOW = Instant.parse("2026-11-22T04:48:00Z");
    static final Actor CHEN = actor(1, "陈晓雯", Role.FRONT_DESK);
    static final Actor WU = actor(2, "吴倩", Role.FRONT_DESK);
    static final Actor ZHOU = actor(3, "周婷", Role.CUSTOMER_SERVICE);

    @Test
    void whoTakesItOwnsItAndBringsItToItsEnd() {
        Ticket ticket = complaint(CHEN);
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.NEW);
        assertThat(ticket.isOwnedBy(CHEN)).isTrue();

        ticket.begin(CHEN, NOW);
        ticket.waitForGuest("请客人确认是否愿意再来", CHEN, NOW);
        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.WAITING_FOR_GUEST);
        ticket.resume("客人愿意", CHEN, NOW);
        ticket.solve(" 免去该菜，送果盘 ", CHEN, NOW.plusSeconds(60));

        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.SOLVED);
        assertThat(ticket.getResult()).isEqualTo("免去该菜，送果盘");
        assertThat(ticket.getSolvedBy().name()).isEqualTo("陈晓雯");
        assertThat(ticket.getSolvedAt()).isEqualTo(NOW.plusSeconds(60));
        assertThat(ticket.getEvents())
                .extracting(TicketEvent::getKind)
                .containsExactly(
                        TicketEventKind.TAKEN,
                        TicketEventKind.BEGUN,
                        TicketEventKind.WAITING,
                        TicketEventKind.RESUMED,
                        TicketEventKind.SOLVED);
    }

    @Test
    void nobodyElseMovesItExceptThoseWhoAnswerForAll() {
        Ticket ticket = complaint(CHEN);

        assertThatThrownBy(() -> ticket.begin(WU, NOW)).hasMessageContaining("TICKET_NOT_YOURS");
        ticket.begin(ZHOU, NOW);
        assertThat(ticket.isOwnedBy(CHEN)).isTrue();
    }

    @Test
    void changesHandsOnlyWhenTheOtherOneAccepts() {
        Ticket ticket = complaint(CHEN);
        ticket.offer(Party.of(WU), "我明天休息", CHEN, NOW);
        assertThat(ticket.isOwnedBy(CHEN)).isTrue();
        assertThatThrownBy(() -> ticket.acceptOffer(ZHOU, NOW)).hasMessageContaining("TICKET_NOT_OFFERED_TO_YOU");

        ticket.acceptOffer(WU, NOW);

        assertThat(ticket.isOwnedBy(WU)).isTrue();
        assertThatThrownBy(() -> ticket.begin(CHEN, NOW)).hasMessageContaining("TICKET_NOT_YOURS");
    }

    @Test
    void staysWithItsOwnerWhenTheOtherOneDeclines() {
        Ticket ticket = complaint(CHEN);
        ticket.offer(Party.of(WU), "", CHEN, NOW);
        ticket.declineOffer("今天人手不够", WU, NOW);

        assertThat(ticket.isOwnedBy(CHEN)).isTrue();
        assertThat(ticket.getEvents().getLast().getNote()).isEqualTo("今天人手不够");
        assertThatThrownBy(() -> ticket.acceptOffer(WU, NOW)).hasMessageContaining("TICKET_NOT_OFFERED");
    }

    @Test
    void solvingEndsAnOpenOffer() {
        Ticket ticket = complaint(CHEN);
        ticket.offer(Party.of(WU), "", CHEN, NOW);
        ticket.solve("已道歉", CHEN, NOW);

        assertThatThrownBy(() -> ticket.acceptOffer(WU, NOW)).hasMessageContaining("TICKET_STATUS_SOLVED");
    }

    @Test
    void takesOnlyTheStepsItsStateAllows() {
        Ticket ticket = complaint(ZHOU);
        assertThatThrownBy(() -> ticket.close(ZHOU, NOW)).hasMessageContaining("TICKET_STATUS_NEW");
        assertThatThrownBy(() -> ticket.resume("", ZHOU, NOW)).hasMessageContaining("TICKET_STATUS_NEW");
        ticket.solve("已退差价", ZHOU, NOW);
        assertThatThrownBy(() -> ticket.solve("再次", ZHOU, NOW)).hasMessageContaining("TICKET_STATUS_SOLVED");
        ticket.close(ZHOU, NOW);
        assertThatThrownBy(() -> ticket.reopen("又来电", ZHOU, NOW)).hasMessageContaining("TICKET_STATUS_CLOSED");
        assertThatThrownBy(() -> ticket.note("补充", ZHOU, NOW)).hasMessageContaining("TICKET_STATUS_CLOSED");
    }

    @Test
    void reopeningTakesTheResultBackButKeepsItsWords() {
        Ticket ticket = complaint(ZHOU);
        ticket.solve("已退差价", ZHOU, NOW);
        ticket.reopen("客人说没有收到", ZHOU, NOW);

        assertThat(ticket.getStatus()).isEqualTo(TicketStatus.IN_PROGRESS);
        assertThat(ticket.getResult()).isNull();
        assertThat(ticket.getEvents()).extracting(TicketEvent::getNote).contains("已退差价", "客人说没有收到");
    }

    @Test
    void whatCameThroughAnotherSystemWaitsForSomebodyToTakeResponsibility() {
        var website =
                new Actor(Actor.Kind.API_CLIENT, 9, "官网", EnumSet.copyOf(Role.FRONT_DESK.permissions()), Set.of());
        Ticket ticket = complaint(website);
        assertThat(ticket.getOwner()).isNull();

        ticket.claim(CHEN, NOW);

        assertThat(ticket.isOwnedBy(CHEN)).isTrue();
        assertThatThrownBy(() -> ticket.claim(WU, NOW)).hasMessageContaining("TICKET_HAS_OWNER");
    }

    private static Ticket complaint(Actor by) {
        var command = new TakeTicket(
                1, null, TicketSource.CUSTOMER_CAME, TicketCategory.QUALITY_PROBLEM, "水煮鱼", "等了四十分钟", null);
        return new Ticket("TK-2026-0001", LocalDate.of(2026, 11, 22), command, by, NOW);
    }

    private static Actor actor(long id, String name, Role role) {
        return new Actor(Actor.Kind.EMPLOYEE, id, name, EnumSet.copyOf(role.permissions()), Set.of());
    }
}
