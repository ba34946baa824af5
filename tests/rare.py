"""Invented names with the rarest characters there are."""

# By the extension the character stands in; every one has a Chinese source and is on paper for certain.
BY_BLOCK = {
    "A": "欧㛃测",
    "B": "张𪚥测",
    "B-late": "孙\U0002a6d7测",
    "C": "李𫖮测",
    "C-late": "周\U0002b735测",
    "D": "吴𫝆测",
    "E": "郑𬱖测",
    "F": "王𮧵测",
    "G": "冯\U00030000测",
    "H": "陈\U00031350测",
    "I": "褚\U0002ebf0测",
    "late in the first block": "卫\u9fef测",
    "compatibility": "蒋\uf9d1测",
    "compatibility, second plane": "沈\U0002f800测",
}
# On record as it was typed; on paper without the sign that chooses a shape.
WITH_SELECTOR = "葛\U000e0100城测"
RARE_NAMES = (*BY_BLOCK.values(), WITH_SELECTOR)
ONLY_ON_SCREEN = "韩\U000323b0测"  # extension J: no face has it
