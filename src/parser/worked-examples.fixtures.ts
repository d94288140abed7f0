/** Parts of round files of all ages, all of the same invented match: Rook and Va_le against Ferro and Mara. */

/** A whole file of build 4.2b: two against two on an invented map. */
export const BUILD_42B = `# PROXIMITY_TRACKER_V4
# map=yard_demo
# round=1
# crossfire_window=1000
# escape_time=5000
# escape_distance=300
# position_sample_interval=500
# round_start_unix=1771539000
# round_end_unix=1771539022
# ENGAGEMENTS
# id;start_time;end_time;duration;target_guid;target_name;target_team;outcome;total_damage;killer_guid;killer_name;num_attackers;is_crossfire;crossfire_delay;crossfire_participants;start_x;start_y;start_z;end_x;end_y;end_z;distance_traveled;positions;attackers
1;60000;61050;1050;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;killed;102;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;2;1;420;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;640.0;128.0;24.0;766.0;203.6;24.0;201.6;60000,640.0,128.0,24.0,start|60000,640.0,128.0,24.0,hit|60420,640.0,203.6,24.0,hit|60500,656.0,203.6,24.0,sample|61000,756.0,203.6,24.0,sample|61050,766.0,203.6,24.0,hit|61050,766.0,203.6,24.0,death;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,^4Rook,AXIS,80,2,60000,61050,1,3:2;|6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01,Va_le,AXIS,22,1,60420,60420,0,3:1;
2;60700;62550;1850;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;killed;100;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;2;0;;;300.0;128.0;24.0;300.0;128.0;24.0;0.0;60700,300.0,128.0,24.0,start|60700,300.0,128.0,24.0,hit|61200,300.0,128.0,24.0,sample|61700,300.0,128.0,24.0,sample|62200,300.0,128.0,24.0,sample|62550,300.0,128.0,24.0,hit|62550,300.0,128.0,24.0,death;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12,Ferro,ALLIES,14,1,60700,60700,0,8:1;|C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3,Mara,ALLIES,86,1,62550,62550,1,8:1;
3;60900;63000;2100;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;round_end;20;;;1;0;;;324.0;-64.0;24.0;340.0;-64.0;24.0;16.0;60900,324.0,-64.0,24.0,start|60900,324.0,-64.0,24.0,hit|61400,340.0,-64.0,24.0,sample|61900,340.0,-64.0,24.0,sample|62400,340.0,-64.0,24.0,sample|62900,340.0,-64.0,24.0,sample|63000,340.0,-64.0,24.0,escape;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3,Mara,ALLIES,20,1,60900,60900,0,8:1;

# PLAYER_TRACKS
# guid;name;team;class;spawn_time;death_time;first_move_time;death_type;samples;path
9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;58900;61050;60000;killed;7;58900,640.0,128.0,24.0,100,0.0,8,0,0,spawn|59000,640.0,128.0,24.0,100,0.0,8,0,0,sample|59500,640.0,128.0,24.0,100,0.0,8,0,0,sample|60000,640.0,128.0,24.0,100,180.0,8,0,1,sample|60500,656.0,203.6,24.0,60,200.0,8,0,1,sample|61000,756.0,203.6,24.0,60,200.0,8,0,1,sample|61050,766.0,203.6,24.0,0,0.0,8,0,0,killed
1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;58900;62550;59500;killed;10;58900,100.0,128.0,24.0,100,0.0,3,0,0,spawn|59000,100.0,128.0,24.0,100,0.0,3,0,0,sample|59500,100.0,128.0,24.0,100,200.0,3,0,1,sample|60000,200.0,128.0,24.0,100,200.0,3,0,1,sample|60500,300.0,128.0,24.0,100,0.0,3,0,0,sample|61000,300.0,128.0,24.0,86,0.0,3,0,0,sample|61500,300.0,128.0,24.0,86,0.0,3,0,0,sample|62000,300.0,128.0,24.0,86,0.0,3,0,0,sample|62500,300.0,128.0,24.0,86,0.0,3,0,0,sample|62550,300.0,128.0,24.0,0,0.0,3,0,0,killed
6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;ENGINEER;58900;63000;59500;round_end;10;58900,100.0,-64.0,24.0,100,0.0,3,0,0,spawn|59000,100.0,-64.0,24.0,100,0.0,3,0,0,sample|59500,100.0,-64.0,24.0,100,160.0,3,0,1,sample|60000,180.0,-64.0,24.0,100,160.0,3,0,1,sample|60500,260.0,-64.0,24.0,100,160.0,3,0,1,sample|61000,340.0,-64.0,24.0,80,0.0,3,0,0,sample|61500,340.0,-64.0,24.0,80,0.0,3,0,0,sample|62000,340.0,-64.0,24.0,80,0.0,3,0,0,sample|62500,340.0,-64.0,24.0,80,0.0,3,0,0,sample|63000,340.0,-64.0,24.0,80,0.0,3,0,0,round_end
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;MEDIC;58900;63000;60000;round_end;10;58900,900.0,420.0,24.0,100,0.0,8,0,0,spawn|59000,900.0,420.0,24.0,100,0.0,8,0,0,sample|59500,900.0,420.0,24.0,100,0.0,8,0,0,sample|60000,900.0,420.0,24.0,100,161.2,8,0,1,sample|60500,830.0,380.0,24.0,100,161.2,8,0,1,sample|61000,760.0,340.0,24.0,100,0.0,8,0,0,sample|61500,760.0,340.0,24.0,100,0.0,8,0,0,sample|62000,760.0,340.0,24.0,100,0.0,8,0,0,sample|62500,760.0,340.0,24.0,100,0.0,8,0,0,sample|63000,760.0,340.0,24.0,100,0.0,8,0,0,round_end

# KILL_HEATMAP
# grid_x;grid_y;axis_kills;allies_kills
0;0;0;1
1;0;1;0

# MOVEMENT_HEATMAP
# grid_x;grid_y;traversal;combat;escape
0;-1;8;1;0
0;0;8;2;0
1;0;13;3;0

# OBJECTIVE_FOCUS
# guid;name;team;objective;avg_distance;time_within_radius_ms;samples
9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;gate;191.5;2500;5
1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;gate;242.5;4000;8
6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;gate;306.3;4000;8
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;gate;421.3;2500;8

# REACTION_METRICS
# engagement_id;target_guid;target_name;target_team;target_class;outcome;num_attackers;return_fire_ms;dodge_reaction_ms;support_reaction_ms;start_time;end_time;duration
1;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;killed;2;700;1000;900;60000;61050;1050
2;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;killed;2;350;;;60700;62550;1850
3;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;ENGINEER;round_end;1;;;;60900;63000;2100
`

/** A file of build 3.0: the first fight of the same match. */
export const BUILD_30 = `# PROXIMITY_TRACKER_V3
# map=yard_demo
# round=0
# crossfire_window=1000
# escape_time=5000
# escape_distance=300
# ENGAGEMENTS
# id;start_time;end_time;duration;target_guid;target_name;target_team;outcome;total_damage;killer_guid;killer_name;num_attackers;is_crossfire;crossfire_delay;crossfire_participants;start_x;start_y;start_z;end_x;end_y;end_z;distance_traveled;positions;attackers
1;60000;61050;1050;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;killed;102;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;2;1;420;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;640.0;128.0;24.0;766.0;203.6;24.0;201.6;60000,640.0,128.0,24.0,start|60000,640.0,128.0,24.0,hit|60420,640.0,203.6,24.0,hit|61050,766.0,203.6,24.0,hit|61050,766.0,203.6,24.0,death;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,^4Rook,AXIS,80,2,60000,61050,1,3:2;|6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01,Va_le,AXIS,22,1,60420,60420,0,3:1;

# KILL_HEATMAP
# grid_x;grid_y;axis_kills;allies_kills
1;0;1;0

# MOVEMENT_HEATMAP
# grid_x;grid_y;traversal;combat;escape
1;0;0;3;0
`

/** The tracks section of a 4.0 file: nine columns. */
export const TRACKS_40 = `# PLAYER_TRACKS
# guid;name;team;class;spawn_time;death_time;first_move_time;samples;path
# path format: time,x,y,z,health,speed,weapon,stance,sprint,event separated by |
# stance: 0=standing, 1=crouching, 2=prone | sprint: 0=no, 1=yes
9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;58900;61050;60000;3;58900,640.0,128.0,24.0,100,0.0,8,0,0,spawn|60000,640.0,128.0,24.0,100,180.0,8,0,0,sample|61050,766.0,203.6,24.0,0,0.0,8,0,0,death
`

/** A life without movement, and one that a new spawn replaced. */
export const TRACKS_41 = `C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;MEDIC;58900;59450;;killed;2;58900,900.0,420.0,24.0,100,0.0,8,0,0,spawn|59450,900.0,420.0,24.0,0,0.0,8,0,0,killed
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;MEDIC;59500;61000;;unknown;1;59500,900.0,420.0,24.0,100,0.0,8,0,0,spawn
`

/** A row of ENGAGEMENTS: a death without attackers. */
export const SUICIDE = `4;62700;62700;0;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;killed;0;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;0;0;;;340.0;-64.0;24.0;340.0;-64.0;24.0;0.0;62700,340.0,-64.0,24.0,start|62700,340.0,-64.0,24.0,death;
`

/** Sections of a file of February 2026, without those of 4.2b. */
export const BUILD_5FEB = `# PROXIMITY_TRACKER_V5
# map=yard_demo
# round=1
# crossfire_window=1000
# escape_time=5000
# escape_distance=300
# position_sample_interval=200
# axis_spawn_interval=30000
# allies_spawn_interval=20000
# round_start_unix=1771539000
# round_end_unix=1771539022
# SPAWN_TIMING
# killer_guid;killer_name;killer_team;victim_guid;victim_name;victim_team;kill_time;enemy_spawn_interval;time_to_next_spawn;spawn_timing_score
1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;61050;20000;18950;0.9475
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;62550;30000;27450;0.9150

# TEAM_COHESION
# sample_time;team;alive_count;centroid_x;centroid_y;dispersion;max_spread;straggler_count;buddy_pair_guids;buddy_distance
60000;AXIS;2;320.0;32.0;98.1;196.1;0;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;196.1

# CROSSFIRE_OPPORTUNITIES
# event_time;target_guid;target_name;target_team;teammate1_guid;teammate2_guid;angular_separation;was_executed;damage_within_window
60000;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;22.7;1;40
60700;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;13.4;1;14

# TEAM_PUSHES
# start_time;end_time;team;avg_speed;direction_x;direction_y;alignment_score;push_quality;participant_count;toward_objective
58900;63000;AXIS;56.67;1.000;0.000;1.000;0.500;2;N/A

# TRADE_KILLS
# original_kill_time;traded_kill_time;delta_ms;original_victim_guid;original_victim_name;original_killer_guid;original_killer_name;trader_guid;trader_name
61050;62550;1500;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara
`

/** One or more rows of every later section, of build 6.11. */
export const BUILD_611 = `# PROXIMITY_TRACKER_V6
# map=yard_demo
# round=1
# crossfire_window=1000
# escape_time=5000
# escape_distance=300
# position_sample_interval=200
# round_start_unix=1771539000
# round_end_unix=1771539022
# axis_spawn_interval=30000
# allies_spawn_interval=20000
# tracker_version_full=6.11
# test_mode=0
# capabilities=engagement_tracking:1,shot_fired:1,aim_lock:1,spawn_select:1
# ENGAGEMENTS

# SPAWN_TIMING
# killer_guid;killer_name;killer_team;victim_guid;victim_name;victim_team;kill_time;enemy_spawn_interval;time_to_next_spawn;spawn_timing_score;killer_reinf;victim_reinf
1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;20050;20000;16950;0.848;1.0;17.0
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;21550;30000;29450;0.982;15.5;29.5

# TEAM_COHESION
# time;team;alive_count;centroid_x;centroid_y;dispersion;max_spread;straggler_count;buddy_pair_guids;buddy_distance
20000;AXIS;2;320.0;32.0;98.1;196.1;0;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4+6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;196.1
20000;ALLIES;2;758.0;271.8;68.2;136.5;0;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12+C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;136.5

# CROSSFIRE_OPPORTUNITIES
# time;target_guid;target_name;target_team;teammate1_guid;teammate2_guid;angular_separation;was_executed;damage_within_window
9000;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;71.4;1;54

# FOCUS_FIRE
# engagement_id;target_guid;target_name;attacker_count;attacker_guids;total_damage;duration;focus_score
1;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;2;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4,6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;102;1050;0.552
2;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;2;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12,C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;100;1850;0.088

# TEAM_PUSHES
# start_time;end_time;team;avg_speed;direction_x;direction_y;alignment_score;push_quality;participant_count;toward_objective
19000;20000;AXIS;180.0;1.000;0.000;1.000;0.600;2;gate

# TRADE_KILLS
# original_kill_time;traded_kill_time;delta_ms;original_victim_guid;original_victim_name;original_killer_guid;original_killer_name;trader_guid;trader_name
20050;21550;1500;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara

# REVIVES
# time;medic_guid;medic_name;revived_guid;revived_name;x;y;z;distance_to_enemy;nearest_enemy_guid;under_fire
21300;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;766.0;203.6;24.0;472.1;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;0

# WEAPON_ACCURACY
# player_guid;player_name;team;weapon_id;shots_fired;hits;kills;headshots
1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;3;9;2;1;0
C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;8;12;2;1;1

# KILL_OUTCOME
# kill_time;victim_guid;victim_name;killer_guid;killer_name;kill_mod;outcome;outcome_time;delta_ms;effective_denied_ms;gibber_guid;gibber_name;reviver_guid;reviver_name
20050;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;8;revived;21300;1250;1250;;;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara
21550;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;9;round_end;22000;450;450;;;;

# HIT_REGIONS
# time;attacker_guid;attacker_name;victim_guid;victim_name;weapon;region;damage
20050;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;3;2;62
21550;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;8;0;86

# COMBAT_POSITIONS
# time;event;atk_guid;atk_name;atk_team;atk_class;vic_guid;vic_name;vic_team;vic_class;ax;ay;az;vx;vy;vz;weapon;mod;killer_health;axis_alive;allies_alive
20050;kill;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;300;128;24;766;204;24;3;8;86;2;1
21550;kill;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara;ALLIES;MEDIC;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;760;340;24;300;128;24;8;9;100;1;2

# SHOT_FIRED
# time;guid;weapon;ox;oy;oz;yaw;pitch
19000;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;3;200;128;24;12.34;-1.05

# AIM_LOCK
# start_time;end_time;duration_ms;guid;name;team;target_guid;target_name;avg_err_deg;avg_dist;samples
18800;20000;1200;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;3.1;421;4

# SPAWN_SELECT
# time;guid;name;team;spawn_index;last_spawn_time
17900;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;2;17850

# SKILL_SNAPSHOT
# guid;name;team;battle_sense;engineering;first_aid;signals;light_weapons;heavy_weapons;covertops
9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;2;0;0;0;3;1;0

# COMM_EVENTS
# time;guid;name;team;cmd;arg
18250;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;vsay_team;Medic

# CARRIER_EVENTS
# carrier_guid;carrier_name;carrier_team;flag_team;pickup_time;drop_time;duration_ms;outcome;carry_distance;beeline_distance;efficiency;path_samples;pickup_x;pickup_y;pickup_z;drop_x;drop_y;drop_z;killer_guid;killer_name
9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;redflag;18100;20050;1950;killed;187.3;146.9;0.785;10;640;128;24;766;204;24;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook

# CARRIER_KILLS
# kill_time;carrier_guid;carrier_name;carrier_team;killer_guid;killer_name;killer_team;means_of_death;carrier_distance_at_kill;flag_team
20050;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;8;187.3;redflag

# CARRIER_RETURNS
# return_time;returner_guid;returner_name;returner_team;flag_team;original_carrier_guid;drop_time;return_delay_ms;drop_x;drop_y;drop_z
21900;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;redflag;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;20050;1850;766;204;24

# VEHICLE_PROGRESS
# vehicle_name;vehicle_type;start_x;start_y;start_z;end_x;end_y;end_z;total_distance;max_health;final_health;destroyed_count
truck;script_mover;-2368;688;0;-1904;702;8;512.4;1200;640;0

# ESCORT_CREDIT
# player_guid;player_name;player_team;vehicle_name;mounted_time_ms;proximity_time_ms;total_escort_distance;credit_distance;samples
6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;truck;0;6500;512.4;301.7;13

# CONSTRUCTION_EVENTS
# event_time;event_type;player_guid;player_name;player_team;track_name;player_x;player_y;player_z
15200;dynamite_plant;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;East Gate;180;-64;24

# OBJECTIVE_RUNS
# engineer_guid;engineer_name;engineer_team;action_type;track_name;action_time;approach_time_ms;approach_distance;beeline_distance;path_efficiency;self_kills;team_kills;escort_guids;enemies_nearby;nearby_teammates;run_type;obj_x;obj_y;obj_z;killer_guid;killer_name
6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;AXIS;dynamite_plant;East Gate;15200;6200;412.8;388.0;0.940;0;0;;0;1;unopposed;180;-64;24;;
`

/** The header and the own sections of this project's tracker: Va_le is a bot here, and Ferro dies of the world. */
export const PROXIMITY_1 = `# PROXIMITY_TRACKER_V6
# map=yard_demo
# round=2
# tracker_version_full=Proximity 1.0.0
# capabilities=lives:1,deaths:1,damage:1,game_events:1,link_codes:0,aim_lock:1,player_tracks:0
# tracker=proximity
# build_hash=5f1c0d2e
# settings_hash=9a04
# settings=sample_ms:200,trace_ms:100
# server_name=scrim-1
# engine_version=ET Legacy v2.83.2 linux-x86_64
# lua_version=Lua 5.4
# engine_round=1
# round_reason=the engine counts from 0
# live_level_time=61050
# ENGAGEMENTS
# engagement_id;start_time_ms

# PLAYER_TRACKS
# guid;name

# KILL_HEATMAP
# grid_x;grid_y;axis_kills;allies_kills

# MOVEMENT_HEATMAP
# grid_x;grid_y;traversal;combat;escape

# PLAYERS
# connection;slot;guid;name;kind;connect_time_ms;disconnect_time_ms
#;1;0;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;human;-20000;
#;2;3;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;bot;-18000;41000
#;3;5;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;human;-15000;

# LIVES
# time_ms;connection;guid;name;team;player_class;event;state;x;y;z;health;other_guid;other_name
#;0;1;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;spawned;alive;100.0;128.0;24.0;125;;
#;20050;3;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;downed;downed;766.0;203.6;24.0;0;;
#;21300;3;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;revived;alive;766.0;203.6;24.0;60;C4D6E8F0A2B4C6D8E0F2A4B6C8D0E2F3;Mara
#;41000;2;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;SPEC;UNKNOWN;disconnected;gone;;;;;;

# DEATHS
# time_ms;connection;victim_guid;victim_name;victim_team;victim_class;killer_guid;killer_name;killer_team;killer_class;cause;mod;mod_name;victim_x;victim_y;victim_z;killer_x;killer_y;killer_z;killer_health
#;20050;3;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;AXIS;MEDIC;kill;8;MOD_MP40;766.0;203.6;24.0;300.0;128.0;24.0;86
#;33000;3;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;Ferro;ALLIES;SOLDIER;;;;;world;20;MOD_FALLING;766.0;203.6;-200.0;;;;

# DAMAGE
# time_ms;relation;attacker_guid;attacker_team;target_guid;target_team;damage;health_before;region;weapon_id;mod;attacker_x;attacker_y;attacker_z;attacker_yaw;target_x;target_y;target_z;target_yaw
#;20050;enemy;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;AXIS;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;ALLIES;62;18;2;3;8;300;128;24;9.2;766;204;24;-170.8
#;33000;world;;;9B7C5A3E1D2F4B6C8A0E2D4C6B8A0F12;ALLIES;300;60;;;20;;;;;766;204;-200;90.0

# REINFORCEMENTS
# time_ms;team;interval_ms;offset_ms
#;0;AXIS;30000;4500
#;0;ALLIES;20000;

# GAME_EVENTS
# time_ms;event;team;guid;name;object;x;y;z
#;15200;dynamite_planted;AXIS;6D2E8B4A0C9F1D3E5B7A9C2D4E6F8A01;Va_le;East Gate;180;-64;24
#;19000;announced;;;;The gate is open;;;

# PAUSES
# start_time_ms;duration_ms
#;30000;45000

# ROUND_OUTCOME
# end_reason;end_text;winner_team;defender_team;duration_ms;time_limit_ms;time_to_beat_ms;next_time_limit_ms;pause_count;paused_ms
#;objective;Axis captured the gold!;AXIS;ALLIES;61050;600000;412000;;1;45000

# LINK_CODES
# time_ms;guid;name;code
#;12000;1F3A9C5E7B2D4F60A1C3E5D7F9B0A2C4;^4Rook;K7-4QX

# CAPTURE
# sensor;state;rows;rejected_rows;refused_reads;interval_ms;longest_interval_ms;reason
#;lives;on;4;0;2;;;
#;aim_lock;failed;0;0;311;100;250;no view angles
`
