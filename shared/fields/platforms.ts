/**
 * Sites on which many companies have a page, by domain or by host: what is named there is nobody's own. Those that give
 * each a host below theirs, such as `acme.github.io`, are in the list of public suffixes.
 */
const PLATFORMS = new Set(
  (
    'facebook.com fb.com fb.me fb.watch messenger.com instagram.com threads.net linkedin.com lnkd.in twitter.com x.com t.co ' +
    'youtube.com youtu.be tiktok.com pinterest.com snapchat.com reddit.com tumblr.com medium.com substack.com whatsapp.com ' +
    'wa.me t.me telegram.me telegram.org vk.com ok.ru weibo.com weixin.qq.com line.me xing.com viadeo.com quora.com ' +
    'discord.com discord.gg twitch.tv vimeo.com flickr.com soundcloud.com spotify.com behance.net dribbble.com about.me ' +
    'linktr.ee beacons.ai bio.link bit.ly tinyurl.com goo.gl g.co g.page page.link ow.ly buff.ly ' +
    'google.com ' +
    'sites.google.com docs.google.com maps.google.com business.google.com plus.google.com maps.apple.com bing.com yahoo.com ' +
    'duckduckgo.com baidu.com yandex.ru yandex.com wikipedia.org crunchbase.com glassdoor.com indeed.com upwork.com ' +
    'fiverr.com yelp.com yellowpages.com tripadvisor.com trustpilot.com booking.com airbnb.com etsy.com ebay.com amazon.com ' +
    'alibaba.com aliexpress.com mercadolibre.com shopify.com wix.com squarespace.com weebly.com ' +
    'wordpress.com wordpress.org blogger.com jimdo.com godaddy.com strikingly.com webnode.com notion.so notion.site ' +
    'canva.com calendly.com typeform.com surveymonkey.com eventbrite.com meetup.com github.com gitlab.com ' +
    'bitbucket.org dropbox.com box.com onedrive.live.com 1drv.ms sharepoint.com zoom.us slack.com trello.com airtable.com ' +
    'bsky.app mastodon.social wechat.com indiamart.com gelbeseiten.de 11880.com wellfound.com livejournal.com ning.com ' +
    'archive.org instagr.am kununu.com forms.gle zendesk.com freshdesk.com hs-sites.com force.com ' +
    'patreon.com gofundme.com kickstarter.com issuu.com slideshare.net scribd.com apple.com apps.apple.com play.google.com'
  ).split(' '),
);

/** Those that have a site of this name in each country: `ebay.co.uk`, `xing.de`. */
const BRANDS = new Set(
  'google amazon ebay pinterest xing yelp tripadvisor indeed etsy glassdoor trustpilot eventbrite'.split(' '),
);

const isBrand = (domain: string): boolean => {
  const dot = domain.indexOf('.');
  return BRANDS.has(domain.slice(0, dot)) && /^(?:com?\.)?[a-z]{2}$/.test(domain.slice(dot + 1));
};

/** Whether a website is a page on somebody else's site. */
export const isPlatform = (host: string, domain: string): boolean =>
  PLATFORMS.has(domain) || PLATFORMS.has(host) || isBrand(domain);
