package com.regulars.card;

import com.regulars.card.CardProgramme.Discount;
import com.regulars.card.CardProgramme.MemberPrice;
import com.regulars.card.CardProgramme.Points;
import com.regulars.card.CardProgramme.StoredValue;
import com.regulars.card.CardProgramme.Tier;
import com.regulars.card.CardProgramme.VisitBonus;
import com.regulars.ledger.SpendOrder;
import com.regulars.shared.Rate;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import lombok.RequiredArgsConstructor;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** The rows of programmes and their tiers. */
@Repository
@RequiredArgsConstructor
class ProgrammeStore {

    private static final String SELECT = """
            select p.*, (select array_agg(t.at_least order by t.at_least) from card_programme_tier t
                         where t.programme_id = p.id) tier_at_least,
                   (select array_agg(t.bonus order by t.at_least) from card_programme_tier t
                    where t.programme_id = p.id) tier_bonus
            from card_programme p
            """;

    private final JdbcClient jdbc;

    List<CardProgramme> all() {
        return jdbc.sql(SELECT + " order by p.id")
                .query(ProgrammeStore::programme)
                .list();
    }

    Optional<CardProgramme> find(String code) {
        return jdbc.sql(SELECT + " where p.code = :code")
                .param("code", code)
                .query(ProgrammeStore::programme)
                .optional();
    }

    CardProgramme get(long id) {
        return jdbc.sql(SELECT + " where p.id = :id")
                .param("id", id)
                .query(ProgrammeStore::programme)
                .single();
    }

    /** @return false when there is one with this code already */
    boolean insert(CardProgramme programme, Instant at, String by) {
        int inserted = jdbc.sql("""
                        insert into card_programme
                               (id, code, name, spend_order, min_top_up, max_balance, pin_above, off_paid_by_balance,
                                off_paid_otherwise, earn_points, earn_per, min_bill, redeem_per_point, points_valid_months,
                                visit_bonus_visits, visit_bonus_days, visit_bonus_points, member_fee, member_valid_months,
                                created_at, created_by)
                        values (nextval('card_programme_seq'), :code, :name, :spendOrder, :minTopUp, :maxBalance, :pinAbove,
                                :offBalance, :offOtherwise, :earnPoints, :earnPer, :minBill, :redeem, :pointsMonths,
                                :bonusVisits, :bonusDays, :bonusPoints, :fee, :memberMonths, :at, :by)
                        on conflict on constraint card_programme_code_unique do nothing
                        """)
                .params(columns(programme))
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("by", by)
                .update();
        if (inserted == 1 && programme.storedValue() != null) {
            programme.storedValue().tiers().forEach(tier -> insertTier(programme.code(), tier));
        }
        return inserted == 1;
    }

    private void insertTier(String code, Tier tier) {
        jdbc.sql("""
                        insert into card_programme_tier (programme_id, at_least, bonus)
                        select id, :atLeast, :bonus from card_programme where code = :code
                        """)
                .param("code", code)
                .param("atLeast", tier.atLeastMinor())
                .param("bonus", tier.bonusMinor())
                .update();
    }

    private static Map<String, @Nullable Object> columns(CardProgramme programme) {
        Map<String, @Nullable Object> columns = new HashMap<>();
        columns.put("code", programme.code());
        columns.put("name", programme.name());
        var stored = Optional.ofNullable(programme.storedValue());
        columns.put("spendOrder", stored.map(s -> s.spendOrder().name()).orElse(null));
        columns.put("minTopUp", stored.map(StoredValue::minTopUpMinor).orElse(null));
        columns.put("maxBalance", stored.map(StoredValue::maxBalanceMinor).orElse(null));
        columns.put("pinAbove", stored.map(StoredValue::pinAboveMinor).orElse(null));
        var discount = Optional.ofNullable(programme.discount());
        columns.put(
                "offBalance",
                discount.map(d -> d.offPaidByBalance().basisPoints()).orElse(null));
        columns.put(
                "offOtherwise",
                discount.map(d -> d.offPaidOtherwise().basisPoints()).orElse(null));
        pointsColumns(columns, Optional.ofNullable(programme.points()));
        var member = Optional.ofNullable(programme.memberPrice());
        columns.put("fee", member.map(MemberPrice::feeMinor).orElse(null));
        columns.put("memberMonths", member.map(MemberPrice::validMonths).orElse(null));
        return columns;
    }

    private static void pointsColumns(Map<String, @Nullable Object> columns, Optional<Points> points) {
        var terms = points.map(Points::terms);
        columns.put("earnPoints", terms.map(PointsTerms::earnPoints).orElse(null));
        columns.put("earnPer", terms.map(PointsTerms::earnPerMinor).orElse(null));
        columns.put("minBill", terms.map(PointsTerms::minBillMinor).orElse(null));
        columns.put("redeem", terms.map(PointsTerms::redeemMinorPerPoint).orElse(null));
        columns.put("pointsMonths", points.map(Points::validMonths).orElse(null));
        var bonus = points.map(Points::visitBonus);
        columns.put("bonusVisits", bonus.map(VisitBonus::visits).orElse(null));
        columns.put("bonusDays", bonus.map(VisitBonus::withinDays).orElse(null));
        columns.put("bonusPoints", bonus.map(VisitBonus::points).orElse(null));
    }

    private static CardProgramme programme(ResultSet row, int number) throws SQLException {
        return new CardProgramme(
                row.getLong("id"),
                row.getString("code"),
                row.getString("name"),
                storedValue(row),
                discount(row),
                points(row),
                row.getObject("member_fee") == null
                        ? null
                        : new MemberPrice(row.getLong("member_fee"), row.getInt("member_valid_months")));
    }

    private static @Nullable StoredValue storedValue(ResultSet row) throws SQLException {
        String spendOrder = row.getString("spend_order");
        if (spendOrder == null) {
            return null;
        }
        return new StoredValue(
                tiers(row),
                SpendOrder.valueOf(spendOrder),
                nullableLong(row, "min_top_up"),
                nullableLong(row, "max_balance"),
                nullableLong(row, "pin_above"));
    }

    private static List<Tier> tiers(ResultSet row) throws SQLException {
        var atLeast = row.getArray("tier_at_least");
        if (atLeast == null) {
            return List.of();
        }
        Long[] limits = (Long[]) atLeast.getArray();
        Long[] bonuses = (Long[]) row.getArray("tier_bonus").getArray();
        return IntStream.range(0, limits.length)
                .mapToObj(i -> new Tier(limits[i], bonuses[i]))
                .toList();
    }

    static @Nullable Discount discount(ResultSet row) throws SQLException {
        if (row.getObject("off_paid_by_balance") == null) {
            return null;
        }
        return new Discount(new Rate(row.getInt("off_paid_by_balance")), new Rate(row.getInt("off_paid_otherwise")));
    }

    private static @Nullable Points points(ResultSet row) throws SQLException {
        PointsTerms terms = pointsTerms(row);
        if (terms == null) {
            return null;
        }
        Long months = nullableLong(row, "points_valid_months");
        VisitBonus bonus = row.getObject("visit_bonus_visits") == null
                ? null
                : new VisitBonus(
                        row.getInt("visit_bonus_visits"),
                        row.getInt("visit_bonus_days"),
                        row.getLong("visit_bonus_points"));
        return new Points(terms, months == null ? null : Math.toIntExact(months), bonus);
    }

    static @Nullable PointsTerms pointsTerms(ResultSet row) throws SQLException {
        if (row.getObject("earn_points") == null) {
            return null;
        }
        return new PointsTerms(
                row.getLong("earn_points"),
                row.getLong("earn_per"),
                row.getLong("min_bill"),
                nullableLong(row, "redeem_per_point"));
    }

    static @Nullable Long nullableLong(ResultSet row, String column) throws SQLException {
        long value = row.getLong(column);
        return row.wasNull() ? null : value;
    }
}
