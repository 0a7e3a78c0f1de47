import type { ServiceType } from "@needs-map/shared/contract/service";
import {
  Baby,
  BriefcaseBusiness,
  Bus,
  GraduationCap,
  HandHeart,
  HeartPulse,
  House,
  Library,
  type LucideIcon,
  MessageCircle,
  Pill,
  School,
  ShieldCheck,
  Stethoscope,
  Trees,
  Users,
  Utensils,
  Wallet,
} from "lucide-react";

const ICONS: Record<ServiceType["icon"], LucideIcon> = {
  users: Users,
  "hand-heart": HandHeart,
  "heart-pulse": HeartPulse,
  wallet: Wallet,
  bus: Bus,
  trees: Trees,
  "shield-check": ShieldCheck,
  "graduation-cap": GraduationCap,
  "message-circle": MessageCircle,
  stethoscope: Stethoscope,
  pill: Pill,
  library: Library,
  school: School,
  baby: Baby,
  briefcase: BriefcaseBusiness,
  utensils: Utensils,
  home: House,
};

export function ServiceIcon({ icon, size = 18 }: { readonly icon: ServiceType["icon"]; readonly size?: number }) {
  const Icon = ICONS[icon];
  return <Icon size={size} aria-hidden />;
}
