package com.regulars.card.topup;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChineseAmountTests {

    @ParameterizedTest
    @CsvSource({
        "1000000, 壹万元整",
        "100000, 壹仟元整",
        "1200000, 壹万贰仟元整",
        "1000500, 壹万零伍元整",
        "100560, 壹仟零伍元陆角",
        "100506, 壹仟零伍元零陆分",
        "1, 壹分",
        "50, 伍角",
        "0, 零元整",
        "10000000000, 壹亿元整",
        "10001000000, 壹亿零壹万元整",
        "123456789, 壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分",
        "1010000, 壹万零壹佰元整",
        "2000000100, 贰仟万零壹元整",
        "5, 伍分",
        "10, 壹角",
        "15, 壹角伍分",
        "105, 壹元零伍分",
        "110, 壹元壹角",
        "1000, 壹拾元整",
        "99900, 玖佰玖拾玖元整",
        "100100, 壹仟零壹元整",
        "101000, 壹仟零壹拾元整",
        "999900, 玖仟玖佰玖拾玖元整",
        "1099900, 壹万零玖佰玖拾玖元整",
        "1100000, 壹万壹仟元整",
        "100000000, 壹佰万元整",
        "100100000, 壹佰万壹仟元整",
        "10000000100, 壹亿零壹元整",
        "100000000000000, 壹万亿元整"
    })
    void writes_amounts_as_banks_do(long minor, String words) {
        assertThat(ChineseAmount.inWords(minor)).isEqualTo(words);
    }
}
