"""What a denial reaches, in both languages, with the words that are shipped."""

from functools import cache

from bfx_help import content
from bfx_help.interview.clauses import Clause, clauses_of
from bfx_help.interview.lexicon import Lexicon, lexicon
from tests.tables import each


@cache
def words() -> Lexicon:
    return lexicon(content.shipped().concepts)


def clauses(text: str) -> tuple[Clause, ...]:
    return clauses_of(words(), text)


ENGLISH_DENIED = """
my account was not hacked | stolen
my account wasn't hacked | stolen
my account was never hacked | stolen
no, it is not stolen | stolen
nothing was stolen | stolen
nobody stole anything | stolen
none of it was stolen | stolen
it has not been hacked | stolen
it hasn't been hacked | stolen
there was no hack | stolen
without any hack | stolen
I am neither hacked nor scammed | stolen
it cannot have been hacked | stolen
no sign of theft | stolen
hacked? that is not true | stolen
The account was hacked. That's not true. | stolen
the tag was not wrong | wrong
the tag wasn't wrong | wrong
the address is by no means wrong | wrong
nothing is wrong with the address | wrong
there is no mistake in the memo | wrong
I made no mistake | wrong
wrong network can be ruled out | wrong
a wrong address is out of the question | wrong
the network isn't wrong | wrong
the documents were not rejected | rejected
the documents weren't rejected | rejected
the documents have never been rejected | rejected
the order was not refused | rejected
I was not turned down | rejected
there is no hold | hold
there's no hold on my account | hold
without a hold | hold
it shows no notice and no restriction | hold
it doesn't show any restriction | hold
I did not cancel the withdrawal | cancelled
it never got cancelled | cancelled
it is not cancelled | cancelled
nobody died | died
he did not die, he is not dead, nobody passed away | died
I was not liquidated | liquidated
not a single position was liquidated | liquidated
I haven't forgotten the password | forgot
I never forgot the password | forgot
I don't forget passwords | forgot
no reply | reply
there was no answer from support | reply
they didn't answer | reply
"""
ENGLISH_ASSERTED = """
not only hacked but emptied | stolen
no idea why, my account was hacked | stolen
I am not new here but my account was hacked | stolen
why not say it: hacked | stolen
it is not funny that I was hacked again and again by thieves who stole my coins | takes
no problem with the login, the tag is wrong | wrong
I do not know why, the address was wrong | wrong
I cannot wait, the documents were rejected | rejected
it did not take long before they rejected it | rejected
no money, because there is a hold | hold
I never got a mail, it was cancelled | cancelled
he did not answer any more, my father passed away | died
not without a mistake | wrong
"""
CHINESE_DENIED = """
账户没被盗 | stolen
账户没有被盗 | stolen
账户并没有被盗 | stolen
账户并未被盗 | stolen
账户未曾被盗 | stolen
账户从未被盗 | stolen
账户从来没有被盗 | stolen
账户压根没有被盗 | stolen
账户根本没被盗 | stolen
账户不是被盗 | stolen
账户并不是被盗 | stolen
账户并非被盗 | stolen
账户不可能被盗 | stolen
账户不会被盗 | stolen
账户又没被盗 | stolen
账户也没被盗 | stolen
帳戶沒有被盜 | stolen
账户绝没有被盗 | stolen
被盗可以排除 | stolen
被盗是没有的事 | stolen
账户被盗了。没这回事。 | stolen
标签没填错 | wrong
标签没有填错 | wrong
标签不是错的 | wrong
标签并没写错 | wrong
地址不会错 | wrong
网络没选错 | wrong
網路沒有選錯 | wrong
地址无错误 | wrong
地址并无错误 | wrong
材料没被拒 | rejected
材料没有被拒 | rejected
材料未被拒绝 | rejected
材料从没被驳回 | rejected
材料尚未被拒 | rejected
账户没有冻结 | hold
账户没冻结 | hold
账户不存在冻结 | hold
没有任何限制 | hold
并未被限制 | hold
提现没有取消 | cancelled
我没取消提现 | cancelled
不是我取消的 | cancelled
没有人去世 | died
没爆仓 | liquidated
我没有忘记密码 | forgot
没忘密码 | forgot
戶口冇俾人盗 | stolen
客服没有回复 | reply
"""
CHINESE_ASSERTED = """
不但被盗，还被清空 | stolen
不知道为什么账户被盗 | stolen
没想到被盗了 | stolen
不好意思，标签填错了 | wrong
对不起，地址填错了 | wrong
差不多全被盗了 | stolen
不小心填错了标签 | wrong
不是没填错 | wrong
我不是新手，但是账户被盗了 | stolen
没办法，材料被拒了 | rejected
不管怎样，账户冻结了 | hold
没问题的账户现在冻结了 | hold
"""


def rows(table: str) -> list[tuple[str, str]]:
    pairs = (line.rpartition("|") for line in table.strip().splitlines())
    return [(text.strip(), concept.strip()) for text, _, concept in pairs]


def test_forty_forms_in_each_language() -> None:
    assert min(len(rows(ENGLISH_DENIED)), len(rows(CHINESE_DENIED))) >= 40


@each(("text", "concept"), rows(ENGLISH_DENIED) + rows(CHINESE_DENIED))
def test_a_denial_reaches_what_it_denies(text: str, concept: str) -> None:
    found = clauses(text)

    assert any(concept in clause.denied for clause in found)
    assert not any(concept in clause.asserted for clause in found)


@each(("text", "concept"), rows(ENGLISH_ASSERTED) + rows(CHINESE_ASSERTED))
def test_a_denial_reaches_no_further(text: str, concept: str) -> None:
    assert any(concept in clause.asserted for clause in clauses(text))
