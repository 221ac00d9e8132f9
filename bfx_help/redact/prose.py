"""Words that customers write after "password" and that are no password."""

_WORDS = """
    reset resets resetting resetted change changes changed changing recovery recover recovered
    recovering link links email emails mail mails manager managers field fields page pages form
    box screen login logins log logged logging wrong incorrect invalid right correct correctly
    fine ok okay good bad safe strong weak old new never arrived arrive arrives not expired
    expire expires works work working worked doesnt doesn't isn't wasn't won't can't cannot dont
    don't didn't hasn't haven't is was are be been being required requires require needed needs
    need must should could would will has have had does did do accepted accept accepts rejected
    refused denied unknown forgotten forgot forget lost stolen leaked compromised hacked exposed
    known used using use same different again today yesterday tomorrow now then still also
    always ever already yet only just even and or but if because so when while where why what
    which who how that this these those there here the a an my your his her our their its it i
    you he she we they me us them him to for of in on at by with from into onto over under about
    after before since until during without within as than too very really protected protection
    policy policies policys requirement requirements rules rule hint hints hash hashes generator
    length characters character numbers symbols letters digits attempt attempts try tries tried
    trying times time day days week weeks month months year years hour hours minute minutes ago
    later soon account accounts wallet website site app application support team help please
    thanks thank sorry hello hi dear question questions issue issues problem problems error
    errors message messages failed fails fail failure failing success successful successfully
    updated update updates set setting settings setup entered enter enters typed type typing
    input stored saved save remember remembers remembered gone missing empty blank optional
    hidden secret private public secure security authentication authenticator verification code
    codes request requests requested ticket tickets address confirm confirmed confirmation
    option options button tab section menu step steps notification notifications alert alerts
    strength check checker prompt prompts file files database between both all any some many no
    none nothing something someone anyone nobody everyone everybody properly anymore either
    neither instead however though although like likes says said say shows show showed keeps
    kept get gets got getting give gave given send sent sends share shared asked asks ask asking
    see saw seen look looks looked checked locked unlock blocked disabled enabled removed
    deleted created create anyhow phrase phrases word words key keys pin pins password passwords
    told tell tells advice case sensitive long short simple complex complicated guess guessed
    guessable breached breach reused multiple several twice once three two four five six first
    second last next previous impossible possible difficult hard easy secured encrypted plain
    text plaintext written wrote write wrong! verified verify valid up down out off back through
    via sure true false null undefined string ist falsch richtig nicht vergessen wird wurde
    zurucksetzen zurücksetzen geandert geändert andern ändern und oder aber mein meine der die
    withdrawals deposits thrown shown broken chosen taken found put cut kept sold caught nowhere
    das funktioniert ungultig ungültig abgelaufen korrekt immer noch kein keine nie es está esta
    incorrecta incorrecto correcta olvidada olvide olvidé ha fue invalida inválida y pero mi la
    el que funciona caducada errada incorreta esqueci nao não foi mas minha est pas oublié
    oublie oubliée incorrecte ne mon ma le et mais été perdu perdue invalide marche fonctionne
    non è errata sbagliata corretta dimenticata dimenticato funziona не забыл забыла неверный
    неправильный неверен правильный сбросить сброс сменить изменить и но мой мне я был была это
    от на для подходит работает принимает верный yanlış yanlis doğru dogru unuttum değil degil
    sıfırlama sifirlama değiştirme degistirme ve ama benim çalışmıyor calismiyor diyor hatalı
    hatali geçersiz için salah lupa benar sai quên đúng bị
"""
PROSE = frozenset(_WORDS.split())
