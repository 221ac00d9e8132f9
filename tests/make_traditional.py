"""Makes bfx_help/content/traditional.txt. Run it by hand, with a package that nothing else needs:
`pip install opencc-python-reimplemented`.

Characters come from OpenCC: those of GB 2312 as Taiwan writes them (s2tw), and the words of `WORDS`
whose characters have several forms (复, 干, 松 ...). What is called otherwise in Taiwan stands in
`TAIWAN`, by hand: OpenCC's list is for software alone, and would turn a review that is passed
(通过) into one that is passed through (透過). All of its phrases would be a megabyte, and would
write 这只能 as 這隻能.

Where a text reads wrong, add the word to `TAIWAN`, with so much of its neighbours that it is right
wherever it stands; the longest word wins. A word may be listed as itself to keep a shorter one out.
"""

from importlib.metadata import version
from pathlib import Path

from opencc import OpenCC  # type: ignore[import-not-found,import-untyped,unused-ignore]

TARGET = Path(__file__).parents[1] / "bfx_help" / "content" / "traditional.txt"

# Where OpenCC's first form is the rarer one on a page about accounts.
CHARACTERS = {"账": "帳", "钟": "鐘", "签": "簽", "台": "台", "杆": "桿", "干": "干", "周": "週"}
CHARACTERS |= {"佣": "佣"}

WORDS = """
    恢复 回复 答复 反复 复制 重复 复用 复印 复杂 复数 重复用 复合 复利 批复 复查 复议
    备注 标注 注册 注明 注销 脚注 注释 批注
    维系 关系 系数 系上 系统 标签 书签 抽签 汇总 词汇 字汇 头发 理发 发型 白发 雇佣
    若干 相干 干预 干扰 干涉 干净 干燥 饼干 干脆 干掉 干活 能干 主干 骨干 干部
    克里 里亚 里程 公里 英里 里约热内卢 里斯本 巴里 阿里 皇后 太后 王后
    获准 批准 核准 准许 准予 不准 准入 日志 标志 杂志 宽松 放松 松开 轻松
    合并 一并 并入 吞并 归并 兼并 尽快 尽可能 尽量 尽管 尽早 尽先
    周围 周到 周转 周边 众所周知 周密 周折 四周 圆周
    面条 面粉 面包 手表 钟表 秒表 电表 几乎 茶几 划船 划算 山谷 谷底 稻谷
    台风 柜台 冲突 冲击 征求 特征 象征 征信 关注 采访 游说 丑闻 制造 制作 制成 研制 复制品
    出发 沈阳 于是 折叠 存折 奏折 批斗 斗争 只身 一只 两只 船只 致密 精致 细致 别扭 借口 凭借
"""
"""Words that are written with the form that is not the first of its character, or that keep the
words beside them from being read across their border."""

OWN = {
    "复核": "覆核", "复查": "複查", "一只": "一只", "两只": "兩只", "别扭": "彆扭", "准入": "准入",
    "周围": "周圍", "周到": "周到", "周转": "周轉", "周边": "周邊", "众所周知": "眾所周知",
    "周密": "周密", "周折": "周折", "四周": "四周", "圆周": "圓周", "相干": "相干",
    "批复": "批覆", "并入账": "並入帳", "复现": "重現",
}  # fmt: skip
"""Words that OpenCC writes otherwise, or would cut in the wrong place."""

TAIWAN = """
    提现/提款，充值/入金，充提/出入金，充的币/入金的幣，只能提到/只能提款到，止损/停損，跟踪/追蹤，滑点/滑價
    银行流水/銀行交易明細，流水/明細，借记卡/簽帳金融卡，智能/智慧，哈希/雜湊，合同/合約

    账号/帳號，登录/登入，登陆/登入，退出/登出，退出登录/登出，已退出/已離開
    退出码/結束代碼，重置/重設，设置/設定，默认/預設，激活/啟用，用户名/用戶名稱，用户名称/用戶名稱
    级别/等級，二维码/QR 碼，扫码/掃 QR 碼，密钥/金鑰，令牌/權杖，会话/工作階段，访问/存取
    应用户/應用戶，手机号/手機號碼，手机号码/手機號碼，联系/聯絡，客户端/用戶端

    邮箱/信箱，邮箱地址/電子郵件地址，电子邮箱/電子信箱，垃圾箱/垃圾郵件匣，邮件夹/郵件匣
    发件人/寄件者，收件人/收件者，发件地址/寄件地址，邮件头/郵件標頭，转发/轉寄，转发给/轉傳給
    短信/簡訊，私信/私訊，帖子/貼文，发帖/發文，公开帖/公開貼文，屏蔽/封鎖，拉黑/封鎖
    举报/檢舉，拉群/拉您進群組，社区/社群，社交媒体/社群媒體，主页/專頁，博主/部落客，博客/部落格
    谷歌/Google，谷歌验证器/Google 驗證器，电报/Telegram，电报 (Telegram)/Telegram
    电报群/Telegram 群組，电报群 (Telegram)/Telegram 群組，电报群 (Telegram) 里/Telegram 群組裡
    电报群 (Telegram) 自称/Telegram 群組自稱，电报上/Telegram 上，电报或/Telegram 或
    群里/群組裡，公开群/公開群組，头像/大頭貼，共享过屏幕/分享過螢幕，共享屏幕/分享螢幕

    信息/資訊，之前的信息/之前的訊息，所发信息/所發訊息，报错信息/錯誤訊息，信息码/訊息代碼
    消息/訊息，看消息/看消息，有消息/有消息，没消息/沒消息，消息和公告/消息和公告
    核对消息/核對消息，的消息：/的消息：，信号/訊號，通信/通訊，反馈/回饋，渠道/管道，质量/品質
    转人工/轉真人客服，在线/線上，在线聊天/線上聊天，在在线聊天/在線上聊天，培训/訓練，高管/高階主管

    通过客服/透過客服，通过发到/透過發到，通过智能/透過智慧，通过哪/透過哪，通过应用/透過應用程式
    通过工单/透過工單，通过帮助/透過幫助，通过订单簿/透過訂單簿，通过公开/透過公開

    网络/網路，移动网络/行動網路，无线网/無線網路，无线网络/無線網路，网上/網路上，网店/網路商店
    联网/連網，链接/連結，连接/連線，连接过/連接過，重连/重新連線，服务器/伺服器，地址栏/網址列
    网址栏/網址列，搜索/搜尋，标签页/分頁，窗口/視窗，弹窗/彈出視窗，菜单/選單，界面/介面，应用界面/應用程式畫面
    栏目/類別，栏目页/分類頁，刷新/重新整理，加载/載入，缓存/快取，白屏/一片空白

    设备/裝置，硬件/硬體，软件/軟體，杀毒软件/防毒軟體，屏幕/螢幕，录屏/螢幕錄影，截取/擷取
    磁盘/磁碟，笔记本/筆記型電腦，机箱/機殼，应用/應用程式，程序/程式，插件/外掛程式，支持/支援
    重启/重新啟動，运行/執行，运行正常/運作正常，运营/營運，视频/影片，视频通话/視訊通話
    远程/遠端，粘贴/貼上，剪贴板/剪貼簿，选中/選取，手工/手動，添加/加入，创建/建立，打印/列印
    导出/匯出，导入/匯入，当前/目前，终端/終端機，自动补全/自動完成，命令/指令，指命令/指的是指令
    回车/Enter 鍵，按回车/按 Enter 鍵，回车确认/按 Enter 鍵確認，直接回车/直接按 Enter 鍵
    空格标记/空白鍵標記，退格键/倒退鍵，压缩包/壓縮檔，打成压缩包/打包成壓縮檔
    打成一个压缩包/打包成一個壓縮檔，黑客/駭客，模板/範本，复印件/影本

    数据/資料，文档/文件，文本/文字，字符/字元，字节/位元組，数组/陣列，二进制/二進位
    十六进制/十六進位，校验和/總和檢查碼，校验不对/檢查碼不對，接口/端點，接口 (API)/介面 (API)
    （接口）/（介面），API 接口/API 介面，接口本身/介面本身，公开接口/公開介面，接口密钥/介面金鑰
    调用/呼叫，请求头/請求標頭，算法/演算法，代码/程式碼，源代码/原始碼，和代码/和代碼
    看代码就/看代碼就，看代码和/看代碼和，Python 库/Python 函式庫，ccxt 库/ccxt 函式庫
    API 库/API 函式庫，客户端库/用戶端函式庫，什么库/什麼函式庫，某个库/某個函式庫
    库和版本/函式庫和版本，返回/回傳，< 返回/< 返回，返回修改/返回修改，返回上/返回上

    报错/出錯，报错：/錯誤訊息：，报错；/錯誤訊息；，报错原文/錯誤訊息原文，报错要写/錯誤訊息要寫
    报错的原文/錯誤訊息的原文，完整报错/完整的錯誤訊息，说明报错/說明錯誤訊息，的报错是/的錯誤是
    修复报错/排除錯誤，没有报错/沒有出錯，报错 1/會出現錯誤 1，、报错/、錯誤訊息
    提示或报错/提示或錯誤訊息，IP、报错/IP、出錯，导出报错/匯出失敗

    文件/檔案，文件夹/資料夾，普通文件/一般檔案，具体文件/具體文件，一份文件/一份文件
    文件清单/文件清單，文件种类/文件種類，所需文件/所需文件，如需文件/如需文件，需要的文件/需要的文件
    哪些文件/哪些文件，几种文件/幾種文件，什么文件/什麼文件，类文件/類文件，关系和文件/關係和文件
    文件本身/文件本身，文件复印件/文件影本，提交文件/提交文件，证明文件/證明文件，验证的文件/驗證的文件，说明、文件/說明、文件
    别的文件/別的文件，同样的文件/同樣的文件，缺少文件/缺少文件，各文件/各文件，提供文件/提供文件
    聊天发文件/聊天發文件，不放文件/不放文件，文件抬头/文件抬頭，文件上/文件上，随附文件/隨附文件
    文件我只/文件我只，文件在身份/文件在身份

    保存/儲存，纸上保存/紙上保存，一起保存/一起保存，当初保存/當初保存，保存聊天/保存聊天
    保存工单/保存工單，用户保存/用戶保存，保存报表/保存報表，保存好/保存好，保存编号/保存編號
    保存为编号/保存為編號

    身份/身分，公证处/公證人，丢了/遺失，报案号/報案證明單編號，反诈/防詐，报案回执/報案證明，报道/報導
    日志/紀錄，本地时间/當地時間，本地文件夹/本機資料夾，滑块/滑桿，节假日/假日，时间段/時間範圍，丢失/遺失
    教程/教學，开发软件包/開發套件，页脚/頁尾，查找/尋找，朝鲜/北韓，维尔京/維京
"""
"""Words that have another name in Taiwan, `simplified/traditional`: money; accounts; mail and talk;
news; what is done through something; the web; programs; programming; errors; files; keeping."""


def simplified() -> str:
    """The characters of GB 2312."""
    cells = (bytes((row, cell)) for row in range(0xB0, 0xF8) for cell in range(0xA1, 0xFF))
    return "".join(cell.decode("gb2312", "ignore") for cell in cells)


def taiwan() -> dict[str, str]:
    """The pairs of `TAIWAN`."""
    lines = filter(None, (line.strip() for line in TAIWAN.splitlines()))
    return dict(pair.split("/") for line in lines for pair in line.split("，"))


def main() -> None:
    """Writes the file."""
    convert = OpenCC("s2tw").convert
    characters = {char: str(convert(char)) for char in simplified()} | CHARACTERS
    table = {old: new for old, new in characters.items() if old != new}
    words = {word: str(convert(word)) for word in WORDS.split()} | OWN | taiwan()
    lines = [
        f"# Made by tests/make_traditional.py (OpenCC {version('opencc-python-reimplemented')},"
        " Apache License 2.0): do not edit.",
        "".join(table),
        "".join(table.values()),
        "\t".join(f"{old}/{new}" for old, new in sorted(words.items())),
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
