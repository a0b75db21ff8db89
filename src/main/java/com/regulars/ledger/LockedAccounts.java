package com.regulars.ledger;

import com.regulars.shared.RefusedException;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The accounts of some holders, locked until the transaction ends, and what is on them. Good for one posting. */
public final class LockedAccounts {

    private final Map<Key, Account> accounts = new LinkedHashMap<>();
    private @Nullable List<Lot> lots;

    /** For a posting that moves value in the house only. */
    public static LockedAccounts none() {
        return new LockedAccounts(List.of());
    }

    LockedAccounts(List<Account> locked) {
        locked.forEach(account -> accounts.put(new Key(account.holderId, account.kind), account));
    }

    /** What is on a holder's account; 0 when it has none of this kind. */
    public long balance(long holderId, AccountKind kind) {
        var account = accounts.get(new Key(holderId, kind));
        return account == null ? 0 : account.balance;
    }

    /** The accounts a holder has. */
    public Set<AccountKind> kinds(long holderId) {
        return accounts.keySet().stream()
                .filter(key -> key.holderId == holderId)
                .map(Key::kind)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(AccountKind.class)));
    }

    /** True when the books of this holder do not add up, so that nothing may move until that is cleared. */
    public boolean isParked(long holderId) {
        return accounts.values().stream().anyMatch(account -> account.holderId == holderId && account.parked);
    }

    /** @throws RefusedException {@code CARD_NOT_ACTIVE} when the account is parked, or there is none of this kind */
    Account require(long holderId, AccountKind kind) {
        var account = accounts.get(new Key(holderId, kind));
        if (account == null || account.parked) {
            throw new RefusedException("CARD_NOT_ACTIVE");
        }
        return account;
    }

    Optional<Account> find(long holderId, AccountKind kind) {
        return Optional.ofNullable(accounts.get(new Key(holderId, kind)));
    }

    /** The lots that hold something; they are read once, for nobody else changes them while the accounts are locked. */
    List<Lot> lots(Function<LockedAccounts, List<Lot>> read) {
        List<Lot> known = lots;
        if (known == null) {
            known = read.apply(this);
            lots = known;
        }
        return known;
    }

    List<Account> changed() {
        return accounts.values().stream()
                .filter(account -> account.balance != account.balanceBefore)
                .toList();
    }

    Map<Long, Account> byId() {
        Map<Long, Account> byId = new HashMap<>();
        accounts.values().forEach(account -> byId.put(account.id, account));
        return byId;
    }

    private record Key(long holderId, AccountKind kind) {}

    /** One account; its balance moves while the posting is worked out. */
    static final class Account {
        final long id;
        final long holderId;
        final AccountKind kind;
        final boolean parked;
        final long balanceBefore;
        long balance;

        Account(long id, long holderId, AccountKind kind, long balance, boolean parked) {
            this.id = id;
            this.holderId = holderId;
            this.kind = kind;
            this.parked = parked;
            this.balanceBefore = balance;
            this.balance = balance;
        }
    }
}
