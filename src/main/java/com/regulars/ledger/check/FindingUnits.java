package com.regulars.ledger.check;

import com.regulars.ledger.AccountKind;
import com.regulars.ledger.KeepsLaws;
import com.regulars.ledger.Unit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the two figures of a finding are counted in: a person reads 70.00, the books say 7000. */
@Component
class FindingUnits {

    /** Bonus is money, whatever lot it lies in. */
    private static final Set<String> BONUS = Set.of("bonus", "bonusLeft");

    private static final Map<String, Unit> BY_ACCOUNT = Stream.concat(
                    Arrays.stream(Unit.values()).map(unit -> Map.entry(unit.name(), unit)),
                    Arrays.stream(AccountKind.values()).map(kind -> Map.entry(kind.name(), kind.unit())))
            .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue, (unit, same) -> unit));

    private final JdbcClient jdbc;
    private final Set<String> money;

    FindingUnits(JdbcClient jdbc, List<KeepsLaws> causing) {
        this.jdbc = jdbc;
        this.money = causing.stream()
                .flatMap(module -> module.moneyDetails().stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Empty for what is no amount: a number, a day, a venue. */
    Function<Finding, Optional<Unit>> of(List<Finding> findings) {
        Map<Long, Unit> lots = lots(findings);
        return finding -> Optional.ofNullable(BY_ACCOUNT.get(finding.detail()))
                .or(() -> isMoney(finding) ? Optional.of(Unit.CURRENCY) : Optional.empty())
                .or(() -> finding.detail().equals("left")
                        ? Optional.ofNullable(lots.get(finding.subjectId()))
                        : Optional.empty());
    }

    private boolean isMoney(Finding finding) {
        boolean ofTheLedger = finding.law().startsWith("ledger.");
        return ofTheLedger ? BONUS.contains(finding.detail()) : money.contains(finding.detail());
    }

    private Map<Long, Unit> lots(List<Finding> findings) {
        Map<Long, Unit> lots = new HashMap<>();
        jdbc.sql("select l.id, a.kind from ledger_lot l join ledger_account a on a.id = l.account_id"
                        + " where l.id = any (:lots)")
                .param(
                        "lots",
                        findings.stream()
                                .filter(finding -> finding.subject().equals("lot"))
                                .map(Finding::subjectId)
                                .toArray(Long[]::new))
                .query(row -> {
                    lots.put(
                            row.getLong("id"),
                            AccountKind.valueOf(row.getString("kind")).unit());
                });
        return lots;
    }
}
