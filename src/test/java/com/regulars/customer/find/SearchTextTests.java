package com.regulars.customer.find;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SearchTextTests {

    @ParameterizedTest
    @CsvSource({
        "O’Brien,obrien",
        "O'Brien,obrien",
        "Élise Müller,elisemuller",
        "ＡＢＣ公司,abc公司",
        "Straße,strasse",
        "Łódź,lodz",
        "Søren Æbelø,sorenaebelo",
        "138-0013 8000,13800138000",
        "尉迟·恭,尉迟恭"
    })
    void bringsNamesAndQueriesToOneForm(String typed, String plain) {
        assertThat(SearchText.plain(typed)).isEqualTo(plain);
    }

    @Test
    void anyPartOfANameIsTheStartOfAnEnding() {
        assertThat(SearchText.endings("张建国")).containsExactly("张建国", "建国", "国");
        assertThat(SearchText.endings("anna")).containsExactly("anna", "nna", "na");
    }

    @Test
    void countsCharactersAndNotTheirHalves() {
        assertThat(SearchText.endings("𠮷野")).containsExactly("𠮷野", "野");
    }

    @Test
    void putsAPhoneBackwards() {
        assertThat(SearchText.backwards("+8613812345521")).isEqualTo("~1255432183168");
    }
}
