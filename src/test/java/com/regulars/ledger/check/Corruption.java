package com.regulars.ledger.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Something that somebody with every right in the database could do to the books.
 *
 * @param what in words
 * @param law that must notice it
 * @param subject what the finding must be about
 * @param where its id or a select of it, asked before the deed or, after {@code then}, when it is done; empty when any will
 *     do
 * @param sql the deed, with the ids of {@link BooksOfAShop.Ids} in braces
 */
record Corruption(String what, String law, String subject, String where, String sql) {

    private static final String POSTING = "(select posting_id from settlement where id = {bill})";
    private static final String CASH_POSTING = "(select posting_id from settlement where id = {cashBill})";
    private static final String PLAIN_POSTING = "(select posting_id from settlement where id = {plainBill})";
    private static final String PRINCIPAL =
            "(select id from ledger_account where holder_id = {card} and kind = 'PRINCIPAL')";
    private static final String TOP_UP = "(select min(id) from card_top_up where card_id = {card})";
    private static final String TOP_UP_POSTING = "(select min(posting_id) from card_top_up where card_id = {card})";
    private static final String REFUND = "(select min(id) from settlement_refund where settlement_id = {bill})";
    private static final String REFUND_POSTING =
            "(select min(posting_id) from settlement_refund where settlement_id = {bill})";
    private static final String LOT = "(select min(id) from ledger_lot where account_id = " + PRINCIPAL + ")";
    private static final String EXPIRY = "(select min(id) from ledger_posting where kind = 'POINTS_EXPIRY')";
    private static final String COUNTER = "(select venue_id from settlement where id = {bill})";

    private static final String REPLACEMENT = "(select id from card_replacement where card_id = {replaced})";
    private static final String MOVE = "(select posting_id from card_replacement where card_id = {replaced})";
    private static final String MOVED_LOT =
            "(select min(l.id) from ledger_lot l join ledger_account a on a.id = l.account_id"
                    + " where l.posting_id = " + MOVE + " and a.kind = 'PRINCIPAL')";
    private static final String MOVED_POINTS =
            "(select min(l.id) from ledger_lot l join ledger_account a on a.id = l.account_id where l.posting_id = "
                    + MOVE + " and a.kind = 'POINTS')";
    private static final String TOP_UP_REFUND =
            "(select posting_id from card_top_up_reversal where top_up_id = {refundedTopUp})";
    private static final String LATE_REFUND =
            "(select max(id) from settlement_refund where points_card_id is not null)";

    @Override
    public String toString() {
        return what;
    }

    /** Everything that anybody has thought of so far. */
    static List<Corruption> all() {
        List<Corruption> all = new ArrayList<>();
        all.addAll(ofAccountsAndEntries());
        all.addAll(ofLots());
        all.addAll(ofCauses());
        all.addAll(ofClaims());
        all.addAll(ofBills());
        all.addAll(ofCoupons());
        all.addAll(ofReceiptsAndHolders());
        all.addAll(ofReplacements());
        all.addAll(ofReversals());
        all.addAll(thatNoSumSees());
        all.addAll(ofSeals());
        all.addAll(ofShifts());
        return all;
    }

    private static Corruption of(String what, String law, String subject, String where, String sql) {
        return new Corruption(what, law, subject, where, sql);
    }

    private static List<Corruption> ofAccountsAndEntries() {
        return List.of(
                of(
                        "a balance is raised",
                        "ledger.balance",
                        "account",
                        PRINCIPAL,
                        "update ledger_account set balance = balance + 1 where id = " + PRINCIPAL),
                of(
                        "a balance is below zero",
                        "ledger.negative",
                        "account",
                        PRINCIPAL,
                        "alter table ledger_account drop constraint ledger_account_never_negative;"
                                + "update ledger_account set balance = -1 where id = " + PRINCIPAL),
                of(
                        "an entry on a card is changed",
                        "ledger.sum",
                        "posting",
                        POSTING,
                        "update ledger_entry set amount = amount + 1 where account_id = " + PRINCIPAL
                                + " and posting_id = " + POSTING),
                of(
                        "an entry is taken away",
                        "ledger.sum",
                        "posting",
                        PLAIN_POSTING,
                        "delete from ledger_entry where account_id = 7 and posting_id = " + PLAIN_POSTING),
                of(
                        "all entries of a posting are taken away",
                        "ledger.sum",
                        "posting",
                        PLAIN_POSTING,
                        "delete from ledger_entry where posting_id = " + PLAIN_POSTING),
                of(
                        "a running balance is changed",
                        "ledger.runningBalance",
                        "posting",
                        TOP_UP_POSTING,
                        "update ledger_entry set balance_after = balance_after + 1 where account_id = " + PRINCIPAL
                                + " and posting_id = " + TOP_UP_POSTING),
                of(
                        "a running balance is forgotten",
                        "ledger.runningBalance",
                        "posting",
                        TOP_UP_POSTING,
                        "update ledger_entry set balance_after = null where account_id = " + PRINCIPAL
                                + " and posting_id = " + TOP_UP_POSTING),
                of(
                        "the house gets a running balance",
                        "ledger.runningBalance",
                        "posting",
                        PLAIN_POSTING,
                        "update ledger_entry set balance_after = 5 where account_id = 7 and posting_id = "
                                + PLAIN_POSTING),
                of(
                        "two entries of an account change places",
                        "ledger.runningBalance",
                        "posting",
                        "",
                        "alter table ledger_entry alter column id drop identity;"
                                + "update ledger_entry set id = -id where account_id = " + PRINCIPAL),
                of(
                        "an account counts in another unit",
                        "ledger.unit",
                        "account",
                        PRINCIPAL,
                        "update ledger_account set unit = 'POINTS' where id = " + PRINCIPAL),
                of(
                        "a posting is taken away and its entries stay",
                        "ledger.orphan",
                        "posting",
                        PLAIN_POSTING,
                        "delete from ledger_posting where id = " + PLAIN_POSTING),
                of(
                        "an entry moves to an account that does not exist",
                        "ledger.orphan",
                        "posting",
                        PLAIN_POSTING,
                        "update ledger_entry set account_id = 999999 where account_id = 7 and posting_id = "
                                + PLAIN_POSTING));
    }

    private static List<Corruption> ofLots() {
        return List.of(
                of(
                        "a lot holds less",
                        "ledger.lots",
                        "account",
                        PRINCIPAL,
                        "update ledger_lot set amount_left = amount_left - 1 where id = " + LOT),
                of(
                        "value moves from one lot to another",
                        "ledger.lot",
                        "lot",
                        LOT,
                        "update ledger_lot set amount_left = amount_left + case id when " + LOT
                                + " then -1 else 1 end where account_id = " + PRINCIPAL
                                + " and (id = " + LOT + " or amount_left < amount)"),
                of(
                        "bonus moves within a lot",
                        "ledger.lot",
                        "lot",
                        LOT,
                        "update ledger_lot set bonus_left = bonus_left - 1 where id = " + LOT),
                of(
                        "a draw is smaller and its lot fuller",
                        "ledger.draws",
                        "posting",
                        POSTING,
                        "update ledger_draw set amount = amount - 1 where lot_id = " + LOT + " and posting_id = "
                                + POSTING + "; update ledger_lot set amount_left = amount_left + 1 where id = " + LOT),
                of(
                        "a draw is taken away",
                        "ledger.draws",
                        "posting",
                        POSTING,
                        "delete from ledger_draw where posting_id = " + POSTING),
                of(
                        "a draw moves to another posting",
                        "ledger.draws",
                        "posting",
                        POSTING,
                        "update ledger_draw set posting_id = " + TOP_UP_POSTING + " where posting_id = " + POSTING),
                of(
                        "two draws that cancel each other are added",
                        "ledger.draws",
                        "posting",
                        POSTING,
                        "insert into ledger_draw (posting_id, lot_id, amount) values (" + POSTING + ", " + LOT
                                + ", 5), (" + REFUND_POSTING + ", " + LOT + ", -5)"),
                of(
                        "a lot is earned on another day",
                        "ledger.lotOrigin",
                        "lot",
                        LOT,
                        "update ledger_lot set earned_on = earned_on + 1 where id = " + LOT),
                of(
                        "the bonus of a lot is another card's",
                        "ledger.lotOrigin",
                        "lot",
                        LOT,
                        "update ledger_lot set bonus_account_id = (select id from ledger_account"
                                + " where holder_id = {otherCard} and kind = 'BONUS') where id = " + LOT),
                of(
                        "a lot is taken away and its draws stay",
                        "ledger.orphan",
                        "posting",
                        POSTING,
                        "delete from ledger_lot where id = " + LOT),
                of(
                        "more comes back into a lot than was drawn",
                        "ledger.return",
                        "posting",
                        POSTING,
                        "update ledger_draw set amount = -100000 where posting_id = " + REFUND_POSTING),
                of(
                        "points end that had not ended",
                        "card.expiry",
                        "posting",
                        EXPIRY,
                        "update ledger_lot set expires_on = date '2999-01-01' where id in"
                                + " (select lot_id from ledger_draw where posting_id = " + EXPIRY + ")"));
    }

    private static List<Corruption> ofCauses() {
        return List.of(
                of(
                        "a posting nobody caused is added",
                        "ledger.cause",
                        "posting",
                        "then select max(id) from ledger_posting",
                        "insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key, actor_name)"
                                + " values ('BILL', 'x', (select min(id) from venue), date '2026-11-24', now(), 'x', 'x');"
                                + "insert into ledger_entry (posting_id, account_id, amount) values"
                                + " (lastval(), 1, -100), (lastval() , 7, 100)"
                                        .replace("lastval()", "(select max(id) from ledger_posting)")),
                of(
                        "a bill is taken away and its posting stays",
                        "ledger.cause",
                        "posting",
                        CASH_POSTING,
                        "delete from settlement_line where settlement_id = {cashBill};"
                                + "delete from settlement_tender where settlement_id = {cashBill};"
                                + "delete from settlement where id = {cashBill}"),
                of(
                        "a bill forgets its posting",
                        "ledger.cause",
                        "bill",
                        "{plainBill}",
                        "update settlement set posting_id = null where id = {plainBill}"),
                of(
                        "two bills claim one posting",
                        "ledger.cause",
                        "posting",
                        PLAIN_POSTING,
                        "drop index settlement_one_per_posting;" + "update settlement set posting_id = " + PLAIN_POSTING
                                + " where id = {cashBill}"),
                of(
                        "a top-up is taken away",
                        "ledger.cause",
                        "posting",
                        TOP_UP_POSTING,
                        "delete from card_top_up where id = " + TOP_UP),
                of(
                        "a top-up names a bill's posting",
                        "ledger.cause",
                        "topUp",
                        TOP_UP,
                        "update card_top_up set posting_id = " + PLAIN_POSTING + " where id = " + TOP_UP),
                of(
                        "a refund is taken away",
                        "ledger.cause",
                        "posting",
                        REFUND_POSTING,
                        "delete from settlement_refund where id = " + REFUND),
                of(
                        "a card's fee names another posting",
                        "ledger.cause",
                        "fee",
                        "{feeCard}",
                        "update card set fee_posting_id = " + TOP_UP_POSTING + " where id = {feeCard}"),
                of(
                        "a card forgets its fee",
                        "ledger.cause",
                        "posting",
                        "select fee_posting_id from card where id = {feeCard}",
                        "update card set fee_minor = 0, fee_posting_id = null, fee_tender = null,"
                                + " fee_receipt_number = null where id = {feeCard}"),
                of(
                        "a posting is of another kind",
                        "ledger.cause",
                        "bill",
                        "{plainBill}",
                        "update ledger_posting set kind = 'CARD_FEE' where id = " + PLAIN_POSTING),
                of(
                        "a posting is at another venue",
                        "ledger.cause",
                        "bill",
                        "{plainBill}",
                        "update ledger_posting set venue_id = (select max(id) from venue) + 0 where id = "
                                + PLAIN_POSTING
                                + "; update settlement set venue_id = (select min(id) - 1 from venue) where id = {plainBill}"),
                of(
                        "a posting is in another shift",
                        "ledger.cause",
                        "topUp",
                        TOP_UP,
                        "update ledger_posting set shift_id = shift_id + 1 where id = " + TOP_UP_POSTING),
                of(
                        "a posting is on another day",
                        "ledger.cause",
                        "bill",
                        "{plainBill}",
                        "update ledger_posting set business_date = business_date + 1 where id = " + PLAIN_POSTING),
                of(
                        "a posting bears another number",
                        "ledger.cause",
                        "topUp",
                        TOP_UP,
                        "update ledger_posting set reference = 'x' where id = " + TOP_UP_POSTING),
                of(
                        "a refund takes back another posting",
                        "ledger.cause",
                        "refund",
                        REFUND,
                        "update ledger_posting set refunds_posting_id = " + PLAIN_POSTING + " where id = "
                                + REFUND_POSTING),
                of(
                        "a refund is on another day",
                        "ledger.cause",
                        "refund",
                        REFUND,
                        "update settlement_refund set business_date = business_date - 1 where id = " + REFUND));
    }

    private static List<Corruption> ofClaims() {
        return List.of(
                of(
                        "a bill was paid by another means",
                        "ledger.claim",
                        "posting",
                        PLAIN_POSTING,
                        "update settlement_tender set type = 'WECHAT' where settlement_id = {plainBill}"),
                of(
                        "an entry moves from one means of payment to another",
                        "ledger.claim",
                        "posting",
                        PLAIN_POSTING,
                        "update ledger_entry set account_id = 3 where account_id = 2 and posting_id = "
                                + PLAIN_POSTING),
                of(
                        "a tender took more principal and less bonus",
                        "ledger.claim",
                        "posting",
                        POSTING,
                        "update settlement_tender set principal_minor = principal_minor + 1, bonus_minor = bonus_minor - 1"
                                + " where settlement_id = {bill}"),
                of(
                        "a tender came from another card",
                        "ledger.claim",
                        "posting",
                        POSTING,
                        "update settlement_tender set card_id = {otherCard} where settlement_id = {bill}"),
                of(
                        "a bill, its line and its tender grow alike",
                        "ledger.claim",
                        "posting",
                        PLAIN_POSTING,
                        "update settlement set list_total_minor = list_total_minor + 100,"
                                + " payable_minor = payable_minor + 100 where id = {plainBill};"
                                + "update settlement_line set unit_price_minor = unit_price_minor + 100,"
                                + " list_minor = list_minor + 100, payable_minor = payable_minor + 100"
                                + " where settlement_id = {plainBill} and line = 1;"
                                + "update settlement_tender set amount_minor = amount_minor + 100"
                                + " where settlement_id = {plainBill}"),
                of(
                        "a bill earned more points",
                        "ledger.claim",
                        "posting",
                        POSTING,
                        "update settlement set points_earned = points_earned + 10 where id = {bill}"),
                of(
                        "a bill took fewer points",
                        "ledger.claim",
                        "posting",
                        "select posting_id from settlement where id = {pointsBill}",
                        "update settlement set points_redeemed = points_redeemed - 1 where id = {pointsBill}"),
                of(
                        "a refund went back another way",
                        "ledger.claim",
                        "posting",
                        "select max(posting_id) from settlement_refund where settlement_id = {cashBill}",
                        "update settlement_refund_tender set type = 'ALIPAY' where refund_id ="
                                + " (select max(id) from settlement_refund where settlement_id = {cashBill})"),
                of(
                        "a refund gave back another share of bonus",
                        "ledger.claim",
                        "posting",
                        REFUND_POSTING,
                        "update settlement_refund_tender set principal_minor = principal_minor - 1,"
                                + " bonus_minor = bonus_minor + 1 where refund_id = " + REFUND),
                of(
                        "a refund took back other points",
                        "ledger.claim",
                        "posting",
                        REFUND_POSTING,
                        "update settlement_refund set points_clawed_back = points_clawed_back + 1 where id = "
                                + REFUND),
                of(
                        "a top-up was larger",
                        "ledger.claim",
                        "posting",
                        TOP_UP_POSTING,
                        "update card_top_up set principal_minor = principal_minor + 1,"
                                + " balance_after_minor = balance_after_minor + 1 where id = " + TOP_UP),
                of(
                        "a top-up had more bonus and less principal",
                        "ledger.claim",
                        "posting",
                        TOP_UP_POSTING,
                        "update card_top_up set principal_minor = principal_minor - 1, bonus_minor = bonus_minor + 1"
                                + " where id = " + TOP_UP),
                of(
                        "a top-up was paid by another means",
                        "ledger.claim",
                        "posting",
                        TOP_UP_POSTING,
                        "update card_top_up set tender = 'OTHER' where id = " + TOP_UP),
                of(
                        "a top-up was another card's",
                        "ledger.claim",
                        "posting",
                        TOP_UP_POSTING,
                        "update card_top_up set card_id = {otherCard} where id = " + TOP_UP),
                of(
                        "a fee was larger",
                        "ledger.claim",
                        "posting",
                        "select fee_posting_id from card where id = {feeCard}",
                        "update card set fee_minor = fee_minor + 1 where id = {feeCard}"),
                of(
                        "two cards exchange their accounts",
                        "ledger.claim",
                        "posting",
                        TOP_UP_POSTING,
                        "drop index ledger_account_one_per_holder;"
                                + "update ledger_account set holder_id = {card} + {otherCard} - holder_id"
                                + " where holder_id in ({card}, {otherCard})"));
    }

    private static List<Corruption> ofCoupons() {
        String used = "(select coupon_id from settlement_coupon where settlement_id = {couponBill})";
        return List.of(
                of(
                        "a used coupon can be used again",
                        "settlement.coupon",
                        "coupon",
                        used,
                        "update coupon set status = 'ACTIVE', used_at = null, used_for = null where id = " + used),
                of(
                        "a coupon took more off",
                        "settlement.coupon",
                        "bill",
                        "{couponBill}",
                        "update settlement_coupon set amount_minor = amount_minor + 1 where settlement_id = {couponBill}"),
                of(
                        "a bill forgets its coupon",
                        "settlement.coupon",
                        "bill",
                        "{couponBill}",
                        "delete from settlement_coupon where settlement_id = {couponBill}"),
                of(
                        "a coupon came back without a refund",
                        "settlement.coupon",
                        "bill",
                        "{couponBill}",
                        "update settlement_coupon set returned = true where settlement_id = {couponBill}"),
                of(
                        "a coupon is said to be used",
                        "settlement.coupon",
                        "coupon",
                        "then select max(id) from coupon",
                        "insert into coupon (id, version, code, template_id, customer_id, valid_from, valid_until, status,"
                                + " used_at, used_for, issued_at, issued_by_key, issued_by_name)"
                                + " select max(id) + 1, 0, 'PLANTED', min(template_id), min(customer_id), min(valid_from),"
                                + " max(valid_until), 'USED', now(), 'none', now(), 'x', 'x' from coupon"));
    }

    private static List<Corruption> ofBills() {
        return List.of(
                of(
                        "a line costs more",
                        "settlement.sum",
                        "bill",
                        "{bill}",
                        "update settlement_line set list_minor = list_minor + 1, payable_minor = payable_minor + 1"
                                + " where settlement_id = {bill} and line = 0"),
                of(
                        "a line had another price",
                        "settlement.sum",
                        "bill",
                        "{bill}",
                        "update settlement_line set unit_price_minor = unit_price_minor - 1"
                                + " where settlement_id = {bill} and line = 0"),
                of(
                        "a line is taken away",
                        "settlement.sum",
                        "bill",
                        "{bill}",
                        "delete from settlement_line where settlement_id = {bill} and line = 1"),
                of(
                        "a discount becomes a coupon",
                        "settlement.sum",
                        "bill",
                        "{cashBill}",
                        "update settlement_line set share_coupon_minor = share_discount_minor, share_discount_minor = 0"
                                + " where settlement_id = {cashBill}"),
                of(
                        "a tender is taken away",
                        "settlement.sum",
                        "bill",
                        "{plainBill}",
                        "delete from settlement_tender where settlement_id = {plainBill}"),
                of(
                        "a tender gave no change",
                        "settlement.sum",
                        "bill",
                        "{cashBill}",
                        "update settlement_tender set change_minor = 0 where settlement_id = {cashBill}"),
                of(
                        "a bill says that less went back",
                        "settlement.refund",
                        "bill",
                        "{bill}",
                        "update settlement set refunded_minor = refunded_minor - 1 where id = {bill}"),
                of(
                        "a bill says that fewer points were taken back",
                        "settlement.refund",
                        "bill",
                        "{bill}",
                        "update settlement set points_clawed_back = points_clawed_back - 1 where id = {bill}"),
                of(
                        "a bill says that points of other worth went back",
                        "settlement.refund",
                        "bill",
                        "{pointsBill}",
                        "update settlement set points_worth_back_minor = points_worth_back_minor + 1"
                                + " where id = {pointsBill}"),
                of(
                        "a bill says that no points went back",
                        "settlement.refund",
                        "bill",
                        "{pointsBill}",
                        "update settlement set points_returned = points_returned - 1 where id = {pointsBill}"),
                of(
                        "a bill says that it was not refunded whole",
                        "settlement.refund",
                        "bill",
                        "{cashBill}",
                        "update settlement set refunded_whole = false where id = {cashBill}"),
                of(
                        "a tender says that less went back",
                        "settlement.refund",
                        "bill",
                        "{bill}",
                        "update settlement_tender set refunded_minor = refunded_minor - 1 where settlement_id = {bill}"),
                of(
                        "a line says that no piece went back",
                        "settlement.refund",
                        "bill",
                        "{bill}",
                        "update settlement_line set refunded_quantity = 0 where settlement_id = {bill}"),
                of(
                        "a refund's pieces are taken away",
                        "settlement.refund",
                        "bill",
                        "{bill}",
                        "delete from settlement_refund_line where refund_id = " + REFUND),
                of(
                        "a refund's tenders are taken away",
                        "settlement.refund",
                        "refund",
                        REFUND,
                        "delete from settlement_refund_tender where refund_id = " + REFUND),
                of(
                        "a bill was paid at another till",
                        "settlement.shift",
                        "bill",
                        "{plainBill}",
                        "update settlement set till = 'elsewhere' where id = {plainBill}"),
                of(
                        "a bill was paid in a shift of another venue",
                        "settlement.shift",
                        "bill",
                        "{plainBill}",
                        "insert into shift select id + 1000000, (select min(id) from venue where id <> s.venue_id), till,"
                                + " business_date, opened_at, opened_by_key, opened_by_name, closed_at from shift s"
                                + " where id = (select shift_id from settlement where id = {plainBill});"
                                + "update settlement set shift_id = shift_id + 1000000 where id = {plainBill}"));
    }

    private static List<Corruption> ofReceiptsAndHolders() {
        return List.of(
                of(
                        "a receipt counter is put forward",
                        "ledger.receipt",
                        "till",
                        COUNTER,
                        "update ledger_receipt_counter set last_number = last_number + 1 where venue_id = " + COUNTER),
                of(
                        "a receipt counter is put back",
                        "ledger.receipt",
                        "till",
                        COUNTER,
                        "update ledger_receipt_counter set last_number = last_number - 1 where venue_id = " + COUNTER),
                of(
                        "a receipt gets another number",
                        "ledger.receipt",
                        "till",
                        COUNTER,
                        "update settlement set receipt_number = 'x-x-999999' where id = {plainBill}"),
                of(
                        "a receipt number is given twice",
                        "ledger.receipt",
                        "till",
                        COUNTER,
                        "alter table settlement drop constraint settlement_receipt_unique;"
                                + "update settlement set receipt_number = (select receipt_number from settlement"
                                + " where id = {bill}) where id = {plainBill}"),
                of(
                        "a cash bill vanishes with everything that was posted for it",
                        "ledger.receipt",
                        "till",
                        COUNTER,
                        "create temp table gone on commit drop as select posting_id as id from settlement"
                                + " where id = {plainBill};"
                                + "delete from ledger_entry where posting_id = (select id from gone);"
                                + "delete from ledger_posting where id = (select id from gone);"
                                + "delete from ledger_sealed where posting_id = (select id from gone);"
                                + "delete from settlement_tender where settlement_id = {plainBill};"
                                + "delete from settlement_line where settlement_id = {plainBill};"
                                + "delete from settlement where id = {plainBill}"),
                of(
                        "an account is held by nobody who exists",
                        "ledger.holder",
                        "account",
                        PRINCIPAL,
                        "update ledger_account set holder_id = 999999999 where id = " + PRINCIPAL),
                of(
                        "a card loses an account",
                        "ledger.holder",
                        "card",
                        "{card}",
                        "delete from ledger_account where holder_id = {card} and kind = 'BONUS'"),
                of(
                        "a card gets an account its programme does not know",
                        "ledger.holder",
                        "account",
                        "999999999",
                        "insert into ledger_account (id, kind, unit, holder_id, balance) values"
                                + " (999999999, 'PRINCIPAL', 'CURRENCY', {feeCard}, 0)"));
    }

    private static List<Corruption> ofReplacements() {
        return List.of(
                of(
                        "a replacement is taken away",
                        "ledger.cause",
                        "posting",
                        MOVE,
                        "delete from card_replacement where id = " + REPLACEMENT),
                of(
                        "a replacement moved more principal and less bonus",
                        "ledger.claim",
                        "posting",
                        MOVE,
                        "update card_replacement set principal_minor = principal_minor + 1, bonus_minor = bonus_minor - 1"
                                + " where id = " + REPLACEMENT),
                of(
                        "a replacement moved fewer points",
                        "ledger.claim",
                        "posting",
                        MOVE,
                        "update card_replacement set points = points - 1 where id = " + REPLACEMENT),
                of(
                        "a replaced card names another one in its place",
                        "card.replacement",
                        "card",
                        "{replaced}",
                        "update card set replaced_by_id = {otherCard} where id = {replaced}"),
                of(
                        "a replaced card is active again",
                        "card.replacement",
                        "card",
                        "{replaced}",
                        "update card set status = 'ACTIVE', replaced_by_id = null where id = {replaced}"),
                of(
                        "a replaced card is another guest's",
                        "card.replacement",
                        "card",
                        "{replaced}",
                        "update card set customer_id = (select customer_id from card where id = {otherCard})"
                                + " where id = {replaced}"),
                of(
                        "a lot that moved was another lot before",
                        "ledger.origin",
                        "posting",
                        MOVE,
                        "update ledger_lot set origin_id = " + LOT + " where id = " + MOVED_LOT),
                of(
                        "points that moved live longer",
                        "ledger.origin",
                        "lot",
                        MOVED_POINTS,
                        "update ledger_lot set expires_on = expires_on + 1 where id = " + MOVED_POINTS),
                of(
                        "a lot that moved was sold under another rule",
                        "ledger.origin",
                        "lot",
                        MOVED_LOT,
                        "update ledger_lot set rule = 'x' where id = " + MOVED_LOT),
                of(
                        "a lot that moved forgets where it began",
                        "ledger.sealed",
                        "posting",
                        MOVE,
                        "update ledger_lot set origin_id = null where id = " + MOVED_LOT),
                of(
                        "a late refund took the points of another card",
                        "ledger.claim",
                        "posting",
                        "select posting_id from settlement_refund where id = " + LATE_REFUND,
                        "update settlement_refund set points_card_id = {otherCard} where id = " + LATE_REFUND),
                of(
                        "somebody else is said to have approved a replacement",
                        "ledger.sealed",
                        "posting",
                        MOVE,
                        "update card_replacement set approved_by_key = 'x', approved_by_name = 'x' where id = "
                                + REPLACEMENT));
    }

    private static List<Corruption> ofReversals() {
        return List.of(
                of(
                        "the refund of a top-up is taken away",
                        "ledger.cause",
                        "posting",
                        TOP_UP_REFUND,
                        "delete from card_top_up_reversal where top_up_id = {refundedTopUp}"),
                of(
                        "the refund of a top-up is said to be a void",
                        "ledger.cause",
                        "topUpReversal",
                        "select id from card_top_up_reversal where top_up_id = {refundedTopUp}",
                        "update card_top_up_reversal set kind = 'VOID', cause = null where top_up_id = {refundedTopUp}"),
                of(
                        "the refund of a top-up paid more and cancelled less bonus",
                        "ledger.claim",
                        "posting",
                        TOP_UP_REFUND,
                        "update card_top_up_reversal set refund_minor = refund_minor + 1,"
                                + " bonus_cancelled_minor = bonus_cancelled_minor - 1 where top_up_id = {refundedTopUp}"),
                of(
                        "the refund of a top-up went out another way",
                        "ledger.claim",
                        "posting",
                        TOP_UP_REFUND,
                        "update card_top_up_reversal set tender = 'WECHAT' where top_up_id = {refundedTopUp}"),
                of(
                        "the refund of a top-up came off another card",
                        "ledger.claim",
                        "posting",
                        TOP_UP_REFUND,
                        "update card_top_up_reversal set card_id = {otherCard} where top_up_id = {refundedTopUp}"),
                of(
                        "a top-up was refunded for another cause",
                        "ledger.sealed",
                        "posting",
                        TOP_UP_REFUND,
                        "update card_top_up_reversal set cause = 'BUSINESS' where top_up_id = {refundedTopUp}"),
                of(
                        "more of a top-up was refunded than was paid",
                        "card.reversal",
                        "topUp",
                        "{refundedTopUp}",
                        "update card_top_up_reversal set top_up_id = {refundedTopUp} where top_up_id = {voidedTopUp}"),
                of(
                        "a void forgets what it takes back",
                        "card.reversal",
                        "topUpReversal",
                        "select id from card_top_up_reversal where top_up_id = {voidedTopUp}",
                        "update ledger_posting set reverses_posting_id = null where id ="
                                + " (select posting_id from card_top_up_reversal where top_up_id = {voidedTopUp})"),
                of(
                        "a void was in another shift",
                        "card.reversal",
                        "topUpReversal",
                        "select id from card_top_up_reversal where top_up_id = {voidedTopUp}",
                        "update card_top_up_reversal set shift_id = shift_id + 1000000 where top_up_id = {voidedTopUp}"));
    }

    private static List<Corruption> thatNoSumSees() {
        return List.of(
                of(
                        "the reason of an entry is reworded",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update ledger_entry set explanation = 'x' where account_id = " + PRINCIPAL
                                + " and posting_id = " + POSTING),
                of(
                        "somebody else is said to have posted",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update ledger_posting set actor_name = 'x' where id = " + POSTING),
                of(
                        "a posting was made at another time",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update ledger_posting set at = at + interval '1 minute' where id = " + POSTING),
                of(
                        "a lot was sold under another rule",
                        "ledger.sealed",
                        "posting",
                        TOP_UP_POSTING,
                        "update ledger_lot set rule = 'x' where id = " + LOT),
                of(
                        "a draw consumed another list value",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update ledger_draw set list_value = list_value + 1 where posting_id = " + POSTING),
                of(
                        "a dish is renamed on a bill",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update settlement_line set name = '汤' where settlement_id = {bill} and line = 0"),
                of(
                        "shares move from one line to another",
                        "ledger.sealed",
                        "posting",
                        CASH_POSTING,
                        "update settlement_line set share_discount_minor = share_discount_minor + case line when 0 then 1"
                                + " else -1 end, payable_minor = payable_minor + case line when 0 then -1 else 1 end"
                                + " where settlement_id = {cashBill}"),
                of(
                        "a tender and its change grow alike",
                        "ledger.sealed",
                        "posting",
                        CASH_POSTING,
                        "update settlement_tender set amount_minor = amount_minor + 1, change_minor = change_minor + 1"
                                + " where settlement_id = {cashBill}"),
                of(
                        "a receipt shows another balance",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update settlement_tender set balance_after_minor = balance_after_minor + 1"
                                + " where settlement_id = {bill}"),
                of(
                        "somebody else is said to have settled",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update settlement set settled_by_name = 'x' where id = {bill}"),
                of(
                        "the steps of a price are rewritten",
                        "ledger.sealed",
                        "posting",
                        POSTING,
                        "update settlement set steps = '{}' where id = {bill}"),
                of(
                        "the reason of a refund is reworded",
                        "ledger.sealed",
                        "posting",
                        REFUND_POSTING,
                        "update settlement_refund set reason = 'x' where id = " + REFUND),
                of(
                        "a top-up was made by somebody else",
                        "ledger.sealed",
                        "posting",
                        TOP_UP_POSTING,
                        "update card_top_up set done_by_key = 'x' where id = " + TOP_UP),
                of(
                        "bill and posting move to another shift together",
                        "ledger.sealed",
                        "posting",
                        PLAIN_POSTING,
                        "update ledger_posting set shift_id = shift_id + 1 where id = " + PLAIN_POSTING
                                + "; update settlement set shift_id = shift_id + 1 where id = {plainBill}"));
    }

    private static List<Corruption> ofSeals() {
        return List.of(
                of(
                        "the hash of a posting is replaced",
                        "ledger.seal",
                        "seal",
                        "",
                        "update ledger_sealed set hash = sha256('x') where posting_id = " + POSTING),
                of(
                        "the head of a seal is replaced",
                        "ledger.seal",
                        "seal",
                        "select max(number) from ledger_seal",
                        "update ledger_seal set head = sha256('x') where number = (select max(number) from ledger_seal)"),
                of(
                        "the time of a seal is changed",
                        "ledger.seal",
                        "seal",
                        "select max(number) from ledger_seal",
                        "update ledger_seal set at = at + interval '1 day'"
                                + " where number = (select max(number) from ledger_seal)"),
                of(
                        "the first seal is taken away",
                        "ledger.seal",
                        "seal",
                        "2",
                        "delete from ledger_seal where number = 1"),
                of(
                        "a posting is taken out of its seal",
                        "ledger.unsealed",
                        "posting",
                        PLAIN_POSTING,
                        "delete from ledger_sealed where posting_id = " + PLAIN_POSTING),
                of(
                        "a posting that was sealed is taken away",
                        "ledger.sealed",
                        "posting",
                        PLAIN_POSTING,
                        "delete from ledger_posting where id = " + PLAIN_POSTING),
                of(
                        "a bill is slipped in below the newest seal",
                        "ledger.unsealed",
                        "posting",
                        "then select max(id) from ledger_posting",
                        "alter table ledger_posting disable trigger user;"
                                + "insert into ledger_posting (kind, reference, venue_id, business_date, at, actor_key,"
                                + " actor_name, shift_id, made_in) select kind, 'slipped in', venue_id, business_date, at,"
                                + " actor_key, actor_name, shift_id, made_in from ledger_posting where id = "
                                + PLAIN_POSTING));
    }

    private static List<Corruption> ofShifts() {
        return List.of(
                ofShift(
                        "a count is made to fit",
                        "closing",
                        "update shift_closing set counted_cash_minor = expected_cash_minor, difference_minor = 0"
                                + " where shift_id = {shift}"),
                ofShift(
                        "what was expected is made to fit the count",
                        "closing",
                        "update shift_closing set expected_cash_minor = counted_cash_minor, difference_minor = 0,"
                                + " cash_taken_minor = cash_taken_minor + difference_minor where shift_id = {shift}"),
                ofShift(
                        "a difference is forgotten",
                        "closing",
                        "alter table shift_closing drop constraint shift_closing_difference;"
                                + "update shift_closing set difference_minor = 0 where shift_id = {shift}"),
                ofShift(
                        "notes are taken from a count",
                        "closing",
                        "update shift_counted set pieces = pieces - 1 where shift_id = {shift} and value_minor = 100"),
                ofShift(
                        "a count by denomination is raised",
                        "closing",
                        "insert into shift_counted (shift_id, value_minor, pieces) values ({shift}, 50, 10)"),
                ofShift(
                        "a float is raised",
                        "closing",
                        "update shift set float_minor = float_minor + 500 where id = {shift}"),
                ofShift(
                        "cash that came in is raised",
                        "closing",
                        "update shift_cash_movement set amount_minor = amount_minor + 500"
                                + " where shift_id = {shift} and direction = 'IN'"),
                ofShift(
                        "cash that went out is turned round",
                        "closing",
                        "update shift_cash_movement set direction = 'IN' where shift_id = {shift}"),
                ofShift("cash goes out after the end", "closing", """
                        insert into shift_cash_movement (id, shift_id, direction, amount_minor, reason, at, done_by_key, done_by_name)
                        values (-1, {shift}, 'OUT', 500, 'x', now(), 'x', 'x')"""),
                ofShift(
                        "a movement is taken away",
                        "closing",
                        "delete from shift_cash_movement where shift_id = {shift} and direction = 'OUT'"),
                ofShift(
                        "a bill without cash is slipped into a closed shift",
                        "closing",
                        "update ledger_posting set shift_id = {shift} where id = " + PLAIN_POSTING),
                ofShift(
                        "a cash bill is moved out of its shift",
                        "closing",
                        "update ledger_posting set shift_id = null where shift_id = {shift}"),
                ofShift(
                        "the next shift begins with another float",
                        "closing",
                        "update shift_handover set next_shift_id = (select max(id) from shift), left_minor = 12345"
                                + " where shift_id = {shift}"),
                ofShift("a closed shift is open again", "end", "update shift set closed_at = null where id = {shift}"),
                ofShift(
                        "a shift ended at another time",
                        "end",
                        "update shift_closing set closed_at = closed_at + interval '1 minute' where shift_id = {shift}"),
                ofShift(
                        "a shift ended that nobody counted",
                        "end",
                        "delete from shift_counted where shift_id = {shift}; delete from shift_handover where shift_id = {shift};"
                                + "delete from shift_explanation where shift_id = {shift};"
                                + "delete from shift_closing where shift_id = {shift}"),
                of(
                        "a posting names a shift of another venue",
                        "shift.place",
                        "posting",
                        PLAIN_POSTING,
                        "update shift set venue_id = (select max(id) from venue) where id ="
                                + " (select shift_id from settlement where id = {plainBill})"),
                of(
                        "a posting names a shift that never was",
                        "shift.place",
                        "posting",
                        PLAIN_POSTING,
                        "update ledger_posting set shift_id = -7 where id = " + PLAIN_POSTING));
    }

    private static Corruption ofShift(String what, String law, String sql) {
        return of(what, "shift." + law, "shift", "{shift}", sql);
    }
}
