package com.regulars.customer.find;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PinyinTests {

    @ParameterizedTest
    @CsvSource({
        "单立,shanli,danli",
        "曾繁星,zengfanxing,cengfanxing",
        "仇英,qiuying,chouying",
        "解晓东,xiexiaodong,jiexiaodong",
        "区健,oujian,qujian",
        "盖叫天,gejiaotian,gaijiaotian",
        "查良镛,zhaliangyong,chaliangyong",
        "朴树,piaoshu,pushu",
        "尉迟恭,yuchigong,weichigong",
        "吕布,lvbu,lubu",
        "重庆饭店,chongqingfandian,zhongqingfandian"
    })
    void spellsEveryReading(String name, String one, String other) {
        assertThat(Pinyin.spellings(name)).contains(one, other);
    }

    @Test
    void givesTheInitialsOfEveryReading() {
        assertThat(Pinyin.spellings("单曾")).contains("sz", "dz", "sc", "cc");
    }

    @ParameterizedTest
    @CsvSource({
        "张建国,Zhāng Jiànguó",
        "欧阳雪,Ōuyáng Xuě",
        "尉迟恭,Yùchí Gōng",
        "单于飞,Chányú Fēi",
        "单立,Shàn Lì",
        "曾繁星,Zēng Fánxīng",
        "吕布,Lǚ Bù"
    })
    void writesNamesWithTones(String name, String spoken) {
        assertThat(Pinyin.spokenName(name)).isEqualTo(spoken);
    }

    @Test
    void leavesOtherNamesAlone() {
        assertThat(Pinyin.spokenName("Kevin Chow")).isEmpty();
        assertThat(Pinyin.spellings("kevinchow")).isEmpty();
    }

    @Test
    void keepsTheSpellingsOfALongNameWithinBounds() {
        String name = Stream.generate(() -> "重行长乐").limit(50).collect(Collectors.joining());
        assertThat(Pinyin.spellings(name))
                .hasSizeLessThan(200)
                .allMatch(term -> term.length() <= SearchText.LONGEST_TERM);
    }
}
