/**
 * Providers of mailboxes for anybody that the package lacks: national portals, internet and telephone companies, the
 * mailboxes that promise privacy, and the throw-away ones that forms see most.
 */
export const MAILBOX_PROVIDERS: readonly string[] = `
privaterelay.appleid.com duck.com mozmail.com hey.com proton.me protonmail.com protonmail.ch pm.me simplelogin.com
simplelogin.co anonaddy.com anonaddy.me addy.io tutanota.com tutanota.de tuta.com tuta.io tutamail.com keemail.me posteo.de
posteo.net posteo.org posteo.eu posteo.at posteo.ch mailbox.org startmail.com mailfence.com kolabnow.com disroot.org
riseup.net autistici.org ctemplar.com criptext.com skiff.com thexyz.com runbox.com mailo.com vivaldi.net zohomail.com
zohomail.eu zohomail.in zoho.com zoho.eu zoho.in yahoomail.com myyahoo.com google.ca passport.com passport.net

btinternet.com btopenworld.com talktalk.net talk21.com tiscali.co.uk virginmedia.com virgin.net ntlworld.com
blueyonder.co.uk sky.com plusnet.com plus.com o2.co.uk orange.net freeserve.co.uk lineone.net eircom.net vodafone.ie
indigo.ie iol.ie uwclub.net madasafish.com supanet.com tesco.net waitrose.com zen.co.uk

t-online.de freenet.de web.de arcor.de vodafone.de vodafonemail.de kabelmail.de unitybox.de netcologne.de ewetel.net
ewe.net osnanet.de mnet-online.de m-online.net onlinehome.de o2online.de o2mail.de versatel.de versanet.de alice.de
alice-dsl.net aliceadsl.de online.de online-home.de e-mail.de email.de emailn.de mail.de magenta.de tele2.de nexgo.de
compuserve.de epost.de gmx-topmail.de kabelbw.de htp-tel.de wtnet.de swol.net superkabel.de t-online.hu
bluewin.ch hispeed.ch sunrise.ch swissonline.ch bluemail.ch mail.ch green.ch quickline.ch
a1.net aon.at chello.at utanet.at inode.at tele2.at kabsi.at liwest.at eunet.at magenet.at tirol.com vol.at drei.at

sfr.fr neuf.fr club-internet.fr numericable.fr numericable.com bbox.fr cegetel.net dbmail.com aliceadsl.fr noos.fr
voila.fr 9online.fr 9business.fr mail.fr laposte.net orange.fr wanadoo.fr free.fr libertysurf.fr nordnet.fr tele2.fr
telenet.be skynet.be proximus.be scarlet.be pandora.be voo.be belgacom.net chello.be tvcablenet.be
pt.lu internet.lu vo.lu
ziggo.nl kpnmail.nl kpnplanet.nl planet.nl home.nl xs4all.nl hetnet.nl chello.nl upcmail.nl quicknet.nl zonnet.nl tele2.nl
casema.nl caiway.nl solcon.nl telfort.nl zeelandnet.nl live.nl onsbrabantnet.nl kickmail.nl versatel.nl concepts.nl

tin.it pec.it poste.it fastwebnet.it teletu.it vodafone.it tiscali.it alice.it virgilio.it libero.it inwind.it iol.it
email.it legalmail.it arubapec.it aruba.it postecert.it pecimprese.it tim.it infinito.it jumpy.it blu.it interfree.it
telefonica.net orange.es ya.com terra.es ono.com euskaltel.net movistar.es vodafone.es jazzfree.com telecable.es mundo-r.com
sapo.pt clix.pt netcabo.pt iol.pt mail.telepac.pt netmadeira.com vodafone.pt
otenet.gr forthnet.gr hol.gr mail.gr in.gr freemail.gr windowslive.gr cytanet.com.cy onvol.net go.net.mt

telia.com bredband.net bredbandsbolaget.se spray.se comhem.se tele2.se bahnhof.se home.se passagen.se glocalnet.net
online.no broadpark.no start.no getmail.no frisurf.no tele2.no lyse.net altibox.no c2i.net epost.no losmail.no nextgentel.no
mail.dk ofir.dk jubii.dk jubiipost.dk stofanet.dk webspeed.dk tdcadsl.dk tdc.dk post.tele.dk sol.dk get2net.dk youmail.dk
elisanet.fi luukku.com kolumbus.fi saunalahti.fi pp.inet.fi inet.fi welho.com dnainternet.net netti.fi suomi24.fi
simnet.is internet.is visir.is

wp.pl o2.pl onet.pl onet.eu poczta.onet.pl poczta.onet.eu op.pl vp.pl interia.pl interia.eu gazeta.pl tlen.pl go2.pl poczta.fm
autograf.pl buziaczek.pl neostrada.pl orange.pl int.pl home.pl
seznam.cz email.cz post.cz centrum.cz atlas.cz volny.cz quick.cz tiscali.cz iol.cz azet.sk centrum.sk zoznam.sk post.sk
pobox.sk stonline.sk freemail.hu citromail.hu indamail.hu vipmail.hu chello.hu upcmail.hu invitel.hu digikabel.hu
abv.bg mail.bg dir.bg gbg.bg yahoo.ro clicknet.ro rdslink.ro k.ro email.ro net.hr inet.hr t-com.hr optinet.hr vip.hr
siol.net volja.net telemach.net t-2.net amis.net eunet.rs open.telekom.rs sbb.rs mts.rs ptt.rs
mail.ee hot.ee neti.ee online.ee inbox.lv inbox.lt apollo.lv one.lt takas.lt delfi.lt centrum.lt
mail.ru list.ru bk.ru inbox.ru internet.ru rambler.ru lenta.ru ro.ru myrambler.ru autorambler.ru ya.ru yandex.ru narod.ru
pochta.ru qip.ru hotbox.ru nm.ru sibmail.com ukr.net i.ua meta.ua bigmir.net online.ua ua.fm email.ua ukrpost.net
tut.by mail.by yandex.by yandex.kz mail.kz

mynet.com superonline.com ttmail.com ttnet.net.tr turk.net yaani.com walla.co.il walla.com bezeqint.net netvision.net.il
zahav.net.il 012.net.il 013.net nana10.co.il barak.net.il emirates.net.ae eim.ae etisalat.ae saudi.net.sa link.net tedata.net.eg
mail.ir chmail.ir
telkomsa.net vodamail.co.za iafrica.com mweb.co.za mtnloaded.co.za polka.co.za absamail.co.za webmail.co.za lantic.net
menara.ma

att.net sbcglobal.net bellsouth.net pacbell.net ameritech.net swbell.net snet.net flash.net prodigy.net nvbell.net
comcast.net xfinity.com verizon.net cox.net charter.net spectrum.net rr.com twc.com roadrunner.com brighthouse.com
optonline.net optimum.net cablevision.com suddenlink.net earthlink.net mindspring.com juno.com netzero.net netzero.com
centurylink.net centurytel.net embarqmail.com q.com qwest.net windstream.net frontier.com frontiernet.net citlink.net
tds.net mchsi.com cableone.net wowway.com rcn.com hughes.net epix.net gvtc.com consolidated.net usa.net aim.com
sympatico.ca bell.net rogers.com shaw.ca telus.net videotron.ca cogeco.ca eastlink.ca sasktel.net mts.net nb.sympatico.ca
nbnet.nb.ca tbaytel.net execulink.com primus.ca teksavvy.com hotmail.ca ns.sympatico.ca xplornet.com cgocable.ca
prodigy.net.mx telmex.net infinitummail.com uol.com.br bol.com.br terra.com.br ig.com.br globo.com globomail.com oi.com.br
zipmail.com.br r7.com superig.com.br click21.com.br veloxmail.com.br pop.com.br itelefonica.com.br netsite.com.br
speedy.com.ar fibertel.com.ar arnet.com.ar ciudad.com.ar telecentro.com.ar uolsinectis.com.ar vtr.net entelchile.net
tie.cl mi.cl adinet.com.uy vera.com.uy cantv.net une.net.co etb.net.co telmex.net.co speedy.com.pe terra.com.pe
terra.com.mx terra.com terra.cl racsa.co.cr ice.co.cr

bigpond.com bigpond.net.au optusnet.com.au optus.com.au iinet.net.au tpg.com.au westnet.com.au internode.on.net
adam.com.au dodo.com.au ozemail.com.au netspace.net.au iprimus.com.au exetel.com.au aapt.net.au telstra.com
xtra.co.nz vodafone.co.nz paradise.net.nz slingshot.co.nz clear.net.nz orcon.net.nz ihug.co.nz actrix.co.nz inspire.net.nz
singnet.com.sg starhub.net.sg pacific.net.sg streamyx.com tm.net.my jaring.my maxis.net.my netvigator.com hkstar.com biznetvigator.com
i-cable.com hknet.com pchome.com.tw hinet.net seed.net.tw yam.com giga.net.tw kimo.com so-net.net.tw ms1.hinet.net
qq.com foxmail.com vip.qq.com 126.com 163.com vip.163.com yeah.net 188.com 139.com 189.cn wo.cn sina.com sina.cn vip.sina.com
sohu.com tom.com 21cn.com aliyun.com 263.net eyou.com
naver.com hanmail.net daum.net kakao.com nate.com korea.com dreamwiz.com empal.com empas.com chol.com hanmir.com paran.com
lycos.co.kr freechal.com hanafos.com kornet.net
docomo.ne.jp ezweb.ne.jp au.com softbank.ne.jp i.softbank.jp vodafone.ne.jp disney.ne.jp ymobile.ne.jp ymobile1.ne.jp
willcom.com uqmobile.jp nifty.com nifty.ne.jp biglobe.ne.jp ocn.ne.jp so-net.ne.jp plala.or.jp dion.ne.jp odn.ne.jp odn.ad.jp
asahi-net.or.jp infoseek.jp infoseek.co.jp goo.jp mail.goo.ne.jp excite.co.jp eonet.ne.jp hi-ho.ne.jp dti.ne.jp jcom.home.ne.jp
zaq.ne.jp zaq.jp bbiq.jp mopera.net rakuten.jp livedoor.com ybb.ne.jp auone.jp auone-net.jp commufa.jp tiki.ne.jp kcn.ne.jp
pikara.ne.jp megaegg.ne.jp sakura.ne.jp
rediffmail.com rediff.com sify.com indiatimes.com vsnl.net vsnl.com bsnl.in airtelmail.in in.com dataone.in sancharnet.in
satyam.net.in sancharnet.com cyber.net.pk plasa.com telkom.net indosat.net.id cbn.net.id pldtdsl.net globe.com.ph
vnn.vn fpt.vn csloxinfo.com loxinfo.co.th truemail.co.th

mailinator.com guerrillamail.com guerrillamail.info sharklasers.com grr.la 10minutemail.com temp-mail.org tempmail.com
tempmail.net yopmail.com yopmail.fr trashmail.com trash-mail.com discard.email dispostable.com maildrop.cc getnada.com
mohmal.com throwawaymail.com fakeinbox.com mailnesia.com moakt.com emailondeck.com mintemail.com spamgourmet.com
mytemp.email mail-temp.com byom.de wegwerfemail.de wegwerfmail.de spambog.com
`
  .trim()
  .split(/\s+/);
