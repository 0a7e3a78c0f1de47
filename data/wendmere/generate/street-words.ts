import { distance, fromBoard, type Point } from "./ground.ts";

const words = (text: string): readonly string[] => text.split(" ");

/** Words that name streets, by what they come from. */
const THEMES = {
  cloth: words(
    "Loom Weaver Dyers Shuttle Bobbin Fuller Carder Spindle Calico Tenter Worsted Heald Linen Thimble Cotton Ribbon Comber Madder Woad Selvedge",
  ),
  docks: words(
    "Anchor Capstan Cable Mast Rigger Chandler Sailmaker Lighter Barge Ballast Harbour Keel Rudder Tiller Hawser Compass Bowline Caulker Windlass Pilot",
  ),
  foundries: words(
    "Forge Anvil Furnace Hammer Foundry Smithy Nailer Cutler Boiler Rivet Engine Piston Turner Gasworks Brass Copper Tinner Bellows Crucible Grinder",
  ),
  trees: words(
    "Oak Ash Elm Birch Hazel Rowan Maple Alder Willow Poplar Lime Beech Cedar Larch Sycamore Juniper Hornbeam Aspen Walnut Chestnut",
  ),
  birds: words(
    "Lark Swift Heron Wren Finch Plover Curlew Kestrel Linnet Martin Robin Thrush Osprey Lapwing Dunnock Siskin Redwing Fieldfare Nightingale Wagtail",
  ),
  flowers: words(
    "Primrose Bluebell Foxglove Clover Daisy Heather Bracken Lavender Jasmine Lilac Campion Teasel Meadowsweet Yarrow Bramble Cowslip Harebell Speedwell Tansy Vetch",
  ),
  quarries: words(
    "Quarry Stone Slate Mason Flint Granite Pebble Ledge Crag Delph Chisel Marble Ashlar Cobble Gritstone Scar Tor Boulder Freestone Limekiln",
  ),
  church: words(
    "Priory Cloister Chantry Abbot Friar Vesper Minster Chapel Almoner Pilgrim Cellarer Refectory Canon Deanery Rectory Vicarage Sexton Belfry Lych Tithe",
  ),
  market: words(
    "Market Butter Corn Cheese Fish Wool Cloth Baker Cooper Saddler Glover Hatter Draper Mercer Potter Tallow Brewer Malt Vintner Spicer",
  ),
  woods: words(
    "Coppice Spinney Hollow Dell Glade Thicket Warren Badger Fox Hare Squirrel Otter Stoat Hedgerow Nutwood Woodside Ferny Mossy Acorn Holly",
  ),
  farms: words(
    "Meadow Pasture Barley Harvest Haywain Orchard Dairy Granary Plough Furlong Shepherd Fallow Stile Paddock Croft Hopfield Wheatley Threshers Cartway Ploughman",
  ),
  railway: words(
    "Station Signal Sidings Guard Junction Viaduct Semaphore Carriage Tender Cutting Platform Whistle Sleeper Trackside Goods Turntable Fireman Ganger",
  ),
  river: words(
    "Weir Sluice Ford Bridge Wharf Towpath Osier Reed Sedge Eddy Millrace Leat Ferry Causeway Floodgate Salmon Kingfisher Waterside",
  ),
  hills: words(
    "Highfield Ridge Summit Prospect Southview Hillcrest Valley Westbourne Northgate Sunnybank Fairview Longview Brow Upland Beacon Overdale Underhill Moorside Bankside",
  ),
} as const;
type Theme = keyof typeof THEMES;

/** Every list of words, for quarters without a trade of their own. */
export const STREET_WORDS: readonly (readonly string[])[] = Object.values(THEMES);

const quarter = (theme: Theme, x: number, y: number, reach: number) => ({
  theme,
  middle: fromBoard([x, y])[0] as Point,
  reach,
});

/** Quarters that are known for something, and name their streets for it: where, and how far in metres. */
const QUARTERS = [
  quarter("cloth", 762, 415, 1150),
  quarter("docks", 700, 490, 850),
  quarter("market", 606, 400, 650),
  quarter("church", 600, 512, 600),
  quarter("railway", 560, 466, 450),
  quarter("quarries", 884, 352, 1100),
  quarter("river", 512, 362, 900),
  quarter("foundries", 450, 436, 1000),
  quarter("trees", 362, 512, 1300),
  quarter("farms", 664, 214, 1200),
  quarter("woods", 456, 644, 1300),
  quarter("birds", 603, 652, 1100),
] as const;

/** The words that name the streets around a point; undefined where no trade gave its name. */
export const wordsOfQuarter = (point: Point): readonly string[] | undefined => {
  const here = QUARTERS.find(({ middle, reach }) => distance(middle, point) < reach);
  return here && THEMES[here.theme];
};
