package com.regulars.bench;

import java.util.SplittableRandom;

/** Names as they are heard in China: a surname of the hundred most frequent and two characters of given names. */
final class GuestNames {

    private static final String SURNAMES =
            "王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董袁潘于蒋蔡余杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤";
    private static final String GIVEN =
            "伟芳娜秀英敏静丽强磊军洋勇艳杰娟涛明超霞平刚桂兰玲红玉萍华梅鑫淑珍建国文斌宇浩凯健俊帆雪婷欣怡雨泽子轩梓涵思佳晨阳志远海燕春晓倩博瑞嘉琪诗涵一诺天佑若曦心怡永康家豪振东少华云飞立新德明正阳光辉荣昌福生";

    private final SplittableRandom random;

    GuestNames(long seed) {
        random = new SplittableRandom(seed);
    }

    String next() {
        // a few surnames are worn by most
        int surname = (int) (SURNAMES.length() * Math.pow(random.nextDouble(), 2));
        return SURNAMES.substring(surname, surname + 1) + given() + given();
    }

    private String given() {
        int at = random.nextInt(GIVEN.length());
        return GIVEN.substring(at, at + 1);
    }
}
