package com.regulars.customer.find;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Readings that characters have only, or mostly, as family names, and the family names of two characters. */
final class SurnameReadings {

    private static final Map<Integer, List<String>> READINGS = Map.ofEntries(
            reading("单", "shan4"),
            reading("曾", "zeng1"),
            reading("仇", "qiu2"),
            reading("解", "xie4"),
            reading("区", "ou1"),
            reading("盖", "ge3"),
            reading("查", "zha1"),
            reading("朴", "piao2"),
            reading("尉", "yu4", "wei4"),
            reading("任", "ren2"),
            reading("华", "hua4"),
            reading("宁", "ning4"),
            reading("乐", "yue4"),
            reading("翟", "zhai2"),
            reading("员", "yun4"),
            reading("缪", "miao4"),
            reading("冼", "xian3"),
            reading("洗", "xian3"),
            reading("黑", "he4"),
            reading("秘", "bi4"),
            reading("折", "she2"),
            reading("繁", "po2"),
            reading("种", "chong2"),
            reading("召", "shao4"),
            reading("那", "na1"),
            reading("纪", "ji3"),
            reading("柏", "bai3"),
            reading("薄", "bo2"),
            reading("乜", "nie4"),
            reading("祭", "zhai4"),
            reading("覃", "qin2", "tan2"),
            reading("车", "che1"),
            reading("牟", "mou4", "mu4"),
            reading("盛", "sheng4"),
            reading("石", "shi2"),
            reading("万", "wan4", "mo4"),
            reading("俟", "qi2"),
            reading("长", "zhang3"),
            reading("澹", "tan2"),
            reading("令", "ling2"),
            reading("贾", "jia3"),
            reading("费", "fei4"),
            reading("阚", "kan4"),
            reading("隗", "wei3", "kui2"),
            reading("郇", "xun2", "huan2"),
            reading("逄", "pang2"),
            reading("佴", "nai4"),
            reading("沈", "shen3"),
            reading("洪", "hong2"),
            reading("重", "chong2"),
            reading("便", "pian2"),
            reading("不", "fou1"),
            reading("谌", "chen2", "shen4"),
            reading("褚", "chu3"),
            reading("晁", "chao2"),
            reading("逯", "lu4"),
            reading("藏", "zang1"),
            reading("臧", "zang1"),
            reading("訾", "zi1"),
            reading("哈", "ha3"),
            reading("宓", "mi4"),
            reading("殷", "yin1"),
            reading("尹", "yin3"),
            reading("应", "ying1"),
            reading("於", "yu1"),
            reading("相", "xiang4"),
            reading("曲", "qu1"),
            reading("瞿", "qu2"),
            reading("葛", "ge3"),
            reading("艾", "ai4"),
            reading("卜", "bu3"),
            reading("都", "du1"),
            reading("干", "gan1"),
            reading("过", "guo1"),
            reading("句", "gou1"),
            reading("阿", "a1"),
            reading("强", "jiang4", "qiang2"));

    private static final Set<String> OF_TWO = Set.of(
            "欧阳", "司马", "上官", "诸葛", "尉迟", "单于", "万俟", "长孙", "夏侯", "皇甫", "公孙", "慕容", "宇文", "司徒", "司空", "令狐", "东方", "南宫",
            "西门", "百里", "呼延", "端木", "轩辕", "独孤", "拓跋", "澹台", "淳于", "申屠", "濮阳", "钟离", "闻人", "赫连", "太史", "仲孙", "公冶", "宗政",
            "鲜于", "闾丘", "东郭", "南门", "第五", "纳兰");

    /** In these family names a character is read differently from how it is read as a family name of its own. */
    private static final Map<String, List<String>> READ_TOGETHER = Map.of(
            "单于", List.of("chan2", "yu2"),
            "尉迟", List.of("yu4", "chi2"),
            "万俟", List.of("mo4", "qi2"),
            "长孙", List.of("zhang3", "sun1"));

    private SurnameReadings() {}

    static List<String> of(int point) {
        return READINGS.getOrDefault(point, List.of());
    }

    static List<String> ofTwo(String surname) {
        return READ_TOGETHER.getOrDefault(surname, List.of());
    }

    /** How many characters of a Chinese name are the family name. */
    static int lengthOfSurname(String name) {
        if (name.codePoints().allMatch(SearchText::isHan) && name.codePointCount(0, name.length()) <= 4) {
            return name.length() >= 2 && OF_TWO.contains(name.substring(0, 2)) ? 2 : 1;
        }
        return 0;
    }

    private static Map.Entry<Integer, List<String>> reading(String character, String... readings) {
        return Map.entry(character.codePointAt(0), List.of(readings));
    }
}
