"""A hundred surnames, words of several readings, and what has no reading at all."""

import pytest

from mediator.domain.pinyin import MOST_WAYS, initials, reads_as, spellings

PLAIN = (
    "王w 李l 张z 刘l 陈c 杨y 黄h 赵z 吴w 周z 徐x 孙s 马m 朱z 胡h 郭g 何h 高g 林l 罗l 郑z 梁l 谢x 宋s 唐t 许x "
    "韩h 冯f 邓d 曹c 彭p 肖x 田t 董d 袁y 潘p 于y 蒋j 蔡c 杜d 苏s 魏w 程c 吕l 丁d 叶y 阎y 余y 潭t 汪w 戴d "
    "姚y 卢l 姜j 崔c 钟z 陆l 范f 方f 廖l 邹z 熊x 金j 郝h 孔k 白b 康k 毛m 邱q 秦q 江j 史s 顾g 侯h 邵s 孟m"
)
# Those that a word reader gets wrong or may get wrong.
POLYPHONIC = (
    "单s 曾z 仇q 解x 区o 盖g 查z 翟z 缪m 纪j 朴p 任r 华h 宁n 乐y 尉w 冼x 繁p 种c 折s 召s 覃q 隗w 石s 沈s 员y"
)
TWO_SIGNS = (("万俟", "mq"), ("尉迟", "yc"), ("长孙", "zs"), ("澹台", "tt"), ("单于", "cy"), ("欧阳", "oy"))
SURNAMES = [(pair[0], pair[1:]) for pair in (PLAIN + " " + POLYPHONIC).split()] + list(TWO_SIGNS)


def test_there_are_a_hundred_and_twenty_of_them_polyphonic() -> None:
    assert len({name for name, _ in SURNAMES}) >= 100
    assert len(POLYPHONIC.split()) >= 20


@pytest.mark.parametrize(("surname", "typed"), SURNAMES)
def test_a_surname_is_read_as_its_bearer_does(surname: str, typed: str) -> None:
    assert initials(f"{surname}三测") == f"{typed}sc"
    assert spellings(f"{surname}三测")[0] == f"{typed}sc"


@pytest.mark.parametrize(
    ("name", "typed"),
    [
        ("单三测", "dsc"),
        ("翟三测", "dsc"),
        ("覃三测", "tsc"),
        ("隗三测", "ksc"),
        ("乐三测", "lsc"),
        ("张重测", "zzc"),
        ("张重测", "zcc"),
        ("张乐测", "zlc"),
        ("张乐测", "zyc"),
        ("张曾测", "zzc"),
        ("张长测", "zcc"),
        ("重庆示例公司", "cqslgs"),
        ("示例物业有限公司", "slwyyxgs"),
        ("解放路示例公司", "jflslgs"),
        ("单县示例公司", "sxslgs"),
        ("Ａ１示例", "a1sl"),
        ("欧阳测试·买买提", "oycsmmt"),
    ],
)
def test_every_reading_finds(name: str, typed: str) -> None:
    assert typed in spellings(name)


def test_what_has_no_reading_stays_and_signs_go() -> None:
    assert spellings("张𡋾测") == ("z𡋾c",)
    assert initials("张·三 测（甲）") == "zscj"
    assert (initials(""), spellings("  ·"), initials("<b>&")) == ("", (), "b")
    assert initials("\ud842三") == "s"


def test_a_name_of_many_readings_is_kept_within_bounds() -> None:
    assert len(spellings("乐重长单")) == MOST_WAYS
    assert len(spellings("乐重长单" * 500)) <= MOST_WAYS


@pytest.mark.parametrize(
    ("typed", "word", "does"),
    [
        ("hyjt", "婚姻家庭纠纷", True),
        ("HYJT", "婚姻家庭纠纷", True),
        ("jt", "婚姻家庭纠纷", True),
        ("hj", "婚姻家庭纠纷", False),
        ("cj", "重建", True),
        ("zj", "重建", True),
        ("家t", "婚姻家庭纠纷", True),
        ("hunyinjt", "婚姻家庭纠纷", True),
        ("jiating", "婚姻家庭纠纷", True),
        ("jiatin", "婚姻家庭纠纷", True),
        ("chongjian", "重建", True),
        ("lv", "绿化", True),
        ("jiatong", "婚姻家庭纠纷", False),
        ("llj", "邻里纠纷", True),
        ("jfff", "纠纷", False),
        ("", "纠纷", False),
        ("j", "", False),
    ],
)
def test_letters_are_held_against_words(typed: str, word: str, does: bool) -> None:
    assert reads_as(typed, word) is does


def test_the_dictionaries_are_no_part_of_the_start() -> None:
    import subprocess
    import sys

    rooms = "mediator.storage.cases, mediator.storage.listing, mediator.casework.accept, ui.start, ui.furnish"
    code = f"import sys, {rooms}; sys.exit('pypinyin' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
