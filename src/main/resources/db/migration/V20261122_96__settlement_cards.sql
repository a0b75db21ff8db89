-- The cards a bill shows, pays from and gives back to, and the postings that moved its money.
alter table settlement
    add constraint settlement_card_fk foreign key (card_id) references card (id),
    add constraint settlement_posting_fk foreign key (posting_id) references ledger_posting (id);
alter table settlement_tender
    add constraint settlement_tender_card_fk foreign key (card_id) references card (id);
alter table settlement_refund_tender
    add constraint settlement_refund_tender_card_fk foreign key (card_id) references card (id);
alter table settlement_refund
    add constraint settlement_refund_posting_fk foreign key (posting_id) references ledger_posting (id);
