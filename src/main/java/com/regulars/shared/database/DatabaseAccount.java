package com.regulars.shared.database;

/** A role of the database and its password. */
record DatabaseAccount(String name, String password) {

    static DatabaseAccount withNewPassword(String name) {
        return new DatabaseAccount(name, SecretFile.random());
    }

    @Override
    public String toString() {
        return name;
    }
}
